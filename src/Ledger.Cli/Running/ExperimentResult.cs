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
    /// <summary>Done; differs if a replicate diverged; that of the failure if one failed; of several the most severe.</summary>
    public int ExitCode => ExitCodes.MostSevere(Outcomes.Select(CodeOf));

    private static int CodeOf(ReplicateOutcome outcome) => outcome switch
    {
        { Fault: { } fault } => ExitCodes.Of(fault),
        { Result: null } => ExitCodes.Differs,
        _ => ExitCodes.Done,
    };
}
