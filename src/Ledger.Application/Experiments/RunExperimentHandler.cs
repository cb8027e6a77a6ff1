using Ledger.Application.Data;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Application.Sharing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>
/// Handles <see cref="RunExperiment"/>: replicates run side by side, here and on other machines; one that diverges or fails stops no
/// other, a failure of the store or of memory stops all.
/// </summary>
public sealed class RunExperimentHandler(IEventStore store, DataShelf data, WorkLeases leases, ReplicateAttempt attempts, ProjectionRunner projections) : IRequestHandler<RunExperiment, IReadOnlyList<ReplicateOutcome>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReplicateOutcome>> Handle(RunExperiment request, CancellationToken cancellationToken)
    {
        var specification = request.Experiment.Specification;
        data.Load(specification.Data);
        var experiment = StreamNames.Experiment(RunIdentity.Experiment(specification));
        await store.Append(experiment, 0, [EventCatalogue.ToNew(new ExperimentDeclared(specification))], cancellationToken);
        var replicates = new SharedReplicates(store, leases, request, (replicate, cancellation) => attempts.Run(request, replicate, cancellation));
        var outcomes = await replicates.Do(cancellationToken);

        // Most readers open the ledger to read only: who records keeps their model up for them.
        await projections.Fold<RunBook>(cancellationToken);
        return outcomes;
    }
}
