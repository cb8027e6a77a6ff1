using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Experiments;

/// <summary>What one run has found.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Rounds">Its rounds in order, as far as it came.</param>
/// <param name="Result">Its result digest, or null if it has not completed.</param>
/// <param name="Diverged">Where it diverged, or null.</param>
public sealed record RunSummary(Digest Run, Digest Experiment, int Replicate, IReadOnlyList<RoundSummary> Rounds, Digest? Result, RunDiverged? Diverged);
