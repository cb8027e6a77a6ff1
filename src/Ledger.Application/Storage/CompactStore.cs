using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Storage;

/// <summary>Gives back space that a ledger does not use any more.</summary>
public sealed record CompactStore : IRequest<CompactReport>;

/// <summary>Handles <see cref="CompactStore"/>.</summary>
public sealed class CompactStoreHandler(ILedgerStore store) : IRequestHandler<CompactStore, CompactReport>
{
    /// <inheritdoc/>
    public async Task<CompactReport> Handle(CompactStore request, CancellationToken cancellationToken)
    {
        var before = await store.Measure(cancellationToken);
        await store.Compact(cancellationToken);
        var after = await store.Measure(cancellationToken);
        return new CompactReport(store.Location, before.TotalBytes, after.TotalBytes);
    }
}
