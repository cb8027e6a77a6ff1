using System.Numerics;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Compares the stored entries of the tree with those that the events make.</summary>
internal sealed class TreeCheck(ComputedTree tree)
{
    private readonly HashSet<(int Level, long Index)> _stored = [];

    /// <summary>Looks at the next stored entry.</summary>
    public IntegrityFinding? Next(TreeRow row)
    {
        if (!MayBe(row))
        {
            return Finding(row.Level, row.Index, "is stored, but so many events there are not");
        }

        _stored.Add(((int)row.Level, row.Index));
        return (row.Hash, tree.Entry((int)row.Level, row.Index)) switch
        {
            // Events are missing under it, which is told of them.
            (_, null) => null,
            ({ } stored, { } computed) when stored == computed => null,
            var (stored, computed) => Finding(row.Level, row.Index, $"is stored as {Short(stored)}, its events make {Short(computed)}: the entry or its events were changed"),
        };
    }

    /// <summary>What is not stored.</summary>
    public IEnumerable<IntegrityFinding> Missing() => tree.Entries
        .Where(entry => !_stored.Contains((entry.Level, entry.Index)))
        .Select(static entry => Finding(entry.Level, entry.Index, "is not stored"));

    private bool MayBe(TreeRow row) =>
        row is { Level: >= 1 and < 8, Index: >= 0 } && (row.Index + (BigInteger)1) * Leaves(row.Level) <= tree.Size;

    private static BigInteger Leaves(long level) => BigInteger.Pow(TreeFrontier.TileWidth, (int)level);

    private static string Short(Digest? hash) => hash?.ToShortString() ?? "something that is no hash";

    private static IntegrityFinding Finding(long level, long index, string what) =>
        new(IntegrityKind.TreeAltered, $"entry {index} of level {level} of the tree{Under(level, index)} {what}");

    private static string Under(long level, long index) => level is >= 1 and < 8 && index >= 0
        ? $", over positions {(index * Leaves(level)) + 1} to {(index + (BigInteger)1) * Leaves(level)},"
        : string.Empty;
}
