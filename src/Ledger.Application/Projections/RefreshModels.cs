using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Projections;

/// <summary>Drops every kept read model and folds those of this version anew.</summary>
public sealed record RefreshModels : IRequest<RefreshReport>;

/// <summary>Handles <see cref="RefreshModels"/>.</summary>
public sealed class RefreshModelsHandler(ILedgerStore store, ProjectionRunner projections, TimeProvider clock) : IRequestHandler<RefreshModels, RefreshReport>
{
    /// <inheritdoc/>
    public async Task<RefreshReport> Handle(RefreshModels request, CancellationToken cancellationToken)
    {
        await store.Models.Drop(cancellationToken);
        return new RefreshReport(store.Location, [await Refresh<RunBook>(cancellationToken)]);
    }

    private async Task<RefreshedModel> Refresh<T>(CancellationToken cancellation)
        where T : IKeptProjection<T>
    {
        var began = clock.GetTimestamp();
        var kept = await projections.Keep(await projections.FoldAnew<T>(cancellation: cancellation), cancellation);
        return new RefreshedModel(kept.Name, kept.Position, kept.Content.Length, clock.GetElapsedTime(began).TotalMilliseconds);
    }
}
