using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Store.Contract;

namespace Ledger.Application.Bundles;

/// <summary>Finds the seal that a bundle takes along.</summary>
internal static class CoveringSeal
{
    /// <summary>The latest seal that holds for this ledger and covers a position, or null.</summary>
    public static async Task<Seal?> Find(ILedgerStore store, long position, CancellationToken cancellation)
    {
        Seal? latest = null;
        var tree = new MerkleTree(store);
        await foreach (var stream in store.StreamsStartingWith("seal-", cancellation))
        {
            await foreach (var stored in store.ReadStream(stream, 1, cancellation))
            {
                if (EventCatalogue.Read(stored) is LedgerSealed { Size: var size } recorded
                    && size >= position
                    && size > (latest?.Checkpoint.Size ?? 0)
                    && recorded.ToSeal() is { IsSigned: true } seal
                    && await tree.Root(size, cancellation) == seal.Checkpoint.Root)
                {
                    latest = seal;
                }
            }
        }

        return latest;
    }
}
