using Ledger.Application.Projections;
using Ledger.Application.Queries;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Handles <see cref="FindUnfinishedRuns"/>.</summary>
public sealed class FindUnfinishedRunsHandler(IMediator mediator) : IRequestHandler<FindUnfinishedRuns, IReadOnlyList<UnfinishedRun>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnfinishedRun>> Handle(FindUnfinishedRuns request, CancellationToken cancellationToken)
    {
        var runs = await mediator.Send(new ListRuns(), cancellationToken);
        var experiments = await mediator.Send(new ListExperiments(), cancellationToken);
        var specifications = experiments.ToDictionary(static experiment => experiment.Experiment, static experiment => experiment.Specification);
        return
        [
            .. runs
                .Where(static run => run.Status is not (RunStatus.Done or RunStatus.Diverged) && run.Experiment is not null)
                .OrderByDescending(static run => run.Attempts.Select(static attempt => attempt.Began).Max(StringComparer.Ordinal), StringComparer.Ordinal)
                .Select(run => new UnfinishedRun(
                    run.Run!.Value, run.Name ?? "unnamed", run.Experiment!.Value, specifications[run.Experiment.Value], run.Replicate!.Value, run.Status, run.Holder, run.Expires)),
        ];
    }
}
