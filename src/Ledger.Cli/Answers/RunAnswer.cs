using Ledger.Application.Experiments;
using Ledger.Events.Hashing;

namespace Ledger.Cli.Answers;

/// <summary>What came out of an experiment's replicates.</summary>
/// <param name="Name">The experiment's name.</param>
/// <param name="Experiment">Its digest.</param>
/// <param name="Runs">A run for each replicate.</param>
public sealed record RunAnswer(string Name, Digest Experiment, IReadOnlyList<RunResult> Runs);

/// <summary>What came out of one replicate.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Result">The result digest; absent if the run did not end well.</param>
/// <param name="Diverged">Where the training diverged; absent if it did not.</param>
/// <param name="Failed">Why the attempt failed; absent if it did not.</param>
/// <param name="StepsTrained">Training steps that were computed and recorded.</param>
/// <param name="StepsFound">Training steps that the ledger had.</param>
/// <param name="StepsRepeated">Training steps that were computed again on the way, and were equal.</param>
/// <param name="Computed">Derivations that were computed.</param>
/// <param name="Found">Derivations that the ledger had.</param>
/// <param name="Rounds">Each round.</param>
public sealed record RunResult(
    Digest Run, int Replicate, Digest? Result, Divergence? Diverged, string? Failed, long StepsTrained, long StepsFound, long StepsRepeated, int Computed, int Found, IReadOnlyList<RoundSummary> Rounds);

/// <summary>Where a training diverged.</summary>
/// <param name="Round">The round.</param>
/// <param name="Step">The step that could not be made.</param>
public sealed record Divergence(int Round, int Step);
