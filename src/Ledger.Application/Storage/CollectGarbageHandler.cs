using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Storage;

/// <summary>Handles <see cref="CollectGarbage"/>.</summary>
public sealed class CollectGarbageHandler(ILedgerStore store) : IRequestHandler<CollectGarbage, GarbageReport>
{
    /// <inheritdoc/>
    public async Task<GarbageReport> Handle(CollectGarbage request, CancellationToken cancellationToken)
    {
        var kept = request.AllStates ? [] : await (await RetentionPolicy.Read(store, cancellationToken)).Kept(store, cancellationToken);
        var blobs = new List<BlobEntry>();
        await foreach (var blob in store.ListBlobs(cancellationToken))
        {
            blobs.Add(blob);
        }

        var masks = blobs.Where(static blob => blob.Kind == BlobKind.Mask).ToList();
        var dropped = blobs.Where(blob => blob.Kind == BlobKind.State && !kept.Contains(blob.Digest)).ToList();
        var remaining = blobs.Except(masks).Except(dropped).ToList();
        if (!request.PlanOnly)
        {
            await store.Remove(dropped.Select(static blob => blob.Digest).ToHashSet<Digest>(), cancellationToken);
        }

        return new GarbageReport(dropped.Count, Bytes(dropped), remaining.Count, Bytes(remaining), masks.Count, Bytes(masks));
    }

    private static long Bytes(List<BlobEntry> blobs) => blobs.Sum(static blob => blob.Length);
}
