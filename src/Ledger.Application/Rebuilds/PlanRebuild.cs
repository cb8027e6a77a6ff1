using Ledger.Application.Materials;
using MediatR;

namespace Ledger.Application.Rebuilds;

/// <summary>Asks what must be computed again to rebuild something; nothing is computed.</summary>
public sealed record PlanRebuild(RebuildTarget Target) : IRequest<IReadOnlyList<PlannedDerivation>>;

/// <summary>Handles <see cref="PlanRebuild"/>.</summary>
public sealed class PlanRebuildHandler(RebuildPlanner planner) : IRequestHandler<PlanRebuild, IReadOnlyList<PlannedDerivation>>
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<PlannedDerivation>> Handle(PlanRebuild request, CancellationToken cancellationToken) =>
        planner.Plan(request.Target.Parts, cancellationToken);
}
