using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Runs that were offered or begun and neither completed nor diverged, the one worked on last first.</summary>
public sealed record FindUnfinishedRuns : IRequest<IReadOnlyList<UnfinishedRun>>;
