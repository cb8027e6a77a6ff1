using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Projections;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Storage;

/// <summary>Tells how much a ledger holds and how it grows.</summary>
public sealed record MeasureStore : IRequest<StoreReport>;

/// <summary>Handles <see cref="MeasureStore"/>.</summary>
public sealed class MeasureStoreHandler(ILedgerStore store, ProjectionRunner projections) : IRequestHandler<MeasureStore, StoreReport>
{
    /// <inheritdoc/>
    public async Task<StoreReport> Handle(MeasureStore request, CancellationToken cancellationToken)
    {
        var sizes = await store.Measure(cancellationToken);
        var book = await projections.Fold<RunBook>(cancellationToken);
        return new StoreReport(store.Location, sizes, sizes.Events == 0 ? null : sizes.EventBytes / sizes.Events, [.. book.Experiments.Select(Growth)]);
    }

    private static ExperimentGrowth Growth(BookedExperiment experiment)
    {
        var set = DataShelf.Resolve(experiment.Specification.Data);
        return new ExperimentGrowth(experiment.Id, experiment.Name, WorkForecast.Of(experiment.Specification, set.TrainCount, set.TestCount).Bytes);
    }
}
