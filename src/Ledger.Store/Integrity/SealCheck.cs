using System.Runtime.CompilerServices;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>Every seal is signed by its key, stands in that key's stream, and the events before it have the root it says.</summary>
internal sealed class SealCheck : IClosingCheck
{
    /// <inheritdoc/>
    public string Alias { get; } = EventCatalogue.AliasOf(typeof(LedgerSealed));

    /// <inheritdoc/>
    public async IAsyncEnumerable<IntegrityFinding> Check(IReadOnlyList<StoredEvent> events, ComputedTree tree, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var stored in events)
        {
            if (await Trouble(stored, tree, cancellation).ConfigureAwait(false) is { } trouble)
            {
                yield return new IntegrityFinding(IntegrityKind.SealBroken, $"{Place.Of(stored)}: {trouble}", stored.Stream, stored.Version, stored.Position);
            }
        }
    }

    /// <summary>What is wrong with a seal, or null.</summary>
    /// <param name="stored">The event that records it.</param>
    /// <param name="tree">The tree as the events make it.</param>
    /// <param name="cancellation">Stops checking.</param>
    internal static async Task<string?> Trouble(StoredEvent stored, ITileSource tree, CancellationToken cancellation)
    {
        try
        {
            var seal = ((LedgerSealed)EventCatalogue.Read(stored)).ToSeal();
            return Trouble(stored, seal) ?? await Trouble(seal.Checkpoint, tree, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is MalformedEventException or FormatException)
        {
            return $"the seal cannot be read: {exception.Message}";
        }
        catch (CorruptLedgerException exception)
        {
            return $"its root cannot be compared: {exception.Message}";
        }
    }

    private static string? Trouble(StoredEvent stored, Seal seal) =>
        !seal.IsSigned ? $"the seal is not signed by its key {seal.Key.Fingerprint}"
        : stored.Stream.Identity != seal.Key.Digest.ToBase32() ? $"the seal stands in the stream of another key than its own, {seal.Key.Fingerprint}"
        : seal.Checkpoint.Size >= stored.Position ? $"the seal covers {seal.Checkpoint.Size} events, but only {stored.Position - 1} stand before it"
        : null;

    private static async Task<string?> Trouble(Checkpoint checkpoint, ITileSource tree, CancellationToken cancellation)
    {
        var root = await new MerkleTree(tree).Root(checkpoint.Size, cancellation).ConfigureAwait(false);
        return root == checkpoint.Root ? null : $"the seal says that the first {checkpoint.Size} events have root {checkpoint.Root.ToShortString()}; they have {root.ToShortString()}: they were changed after they were sealed";
    }
}
