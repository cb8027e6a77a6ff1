using Ledger.Application.Sealing;
using Ledger.Events.Merkle;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>Finds the seal that a bundle takes along.</summary>
internal static class CoveringSeal
{
    /// <summary>The latest seal that holds for this ledger and covers a position, or null.</summary>
    public static async Task<Seal?> Find(ILedgerStore store, long position, CancellationToken cancellation)
    {
        var tree = new MerkleTree(store);
        foreach (var seal in (await store.Seals(cancellation)).Select(static recorded => recorded.Seal).Reverse())
        {
            var (_, size, root) = seal.Checkpoint;
            if (size >= position && seal.IsSigned && await tree.Root(size, cancellation) == root)
            {
                return seal;
            }
        }

        return null;
    }
}
