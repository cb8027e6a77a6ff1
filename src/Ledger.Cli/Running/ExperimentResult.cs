using Ledger.Application.Experiments;
using Ledger.Application.Specifications;

namespace Ledger.Cli.Running;

/// <summary>What came out of replicates of one experiment.</summary>
/// <param name="Experiment">The experiment.</param>
/// <param name="Outcomes">How each replicate ended.</param>
/// <param name="Summaries">What each has found, in the same order.</param>
/// <param name="Time">How long it took.</param>
public sealed record ExperimentResult(LoadedExperiment Experiment, IReadOnlyList<ReplicateOutcome> Outcomes, IReadOnlyList<RunSummary> Summaries, TimeSpan Time)
{
    /// <summary>Done, or differs if a replicate diverged.</summary>
    public int ExitCode => Outcomes.All(static outcome => outcome.Result is not null) ? ExitCodes.Done : ExitCodes.Differs;
}
