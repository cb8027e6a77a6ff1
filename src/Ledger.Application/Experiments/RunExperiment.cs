using Ledger.Application.Specifications;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Does replicates of an experiment: what the ledger has is answered from it.</summary>
/// <param name="Experiment">From an experiment file, or as recorded.</param>
/// <param name="Replicates">Which ones, ascending.</param>
/// <param name="Jobs">How many at once.</param>
/// <param name="Progress">Told each chunk of steps, from several threads.</param>
public sealed record RunExperiment(LoadedExperiment Experiment, IReadOnlyList<int> Replicates, int Jobs, IProgress<ReplicateProgress>? Progress = null)
    : IRequest<IReadOnlyList<ReplicateOutcome>>;
