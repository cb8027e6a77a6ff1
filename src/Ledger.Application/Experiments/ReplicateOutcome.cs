using Ledger.Events.Hashing;

namespace Ledger.Application.Experiments;

/// <summary>How a replicate ended.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Result">Its result digest, or null if it diverged or failed.</param>
/// <param name="StepsTrained">Training steps computed and recorded.</param>
/// <param name="StepsReused">Training steps answered from the ledger.</param>
/// <param name="StepsRepeated">Recorded steps computed again on the way to a state that was not cached, and compared.</param>
/// <param name="Computed">Derivations computed.</param>
/// <param name="Found">Derivations answered from the ledger.</param>
/// <param name="Failure">Why it diverged or failed, if it did.</param>
/// <param name="Fault">What made it fail; null if it diverged, because that is an answer.</param>
public sealed record ReplicateOutcome(
    Digest Run, int Replicate, Digest? Result, long StepsTrained, long StepsReused, long StepsRepeated, int Computed, int Found, string? Failure = null, Exception? Fault = null);
