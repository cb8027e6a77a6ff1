using Ledger.Events.Hashing;

namespace Ledger.Application.Replays;

/// <summary>What a replay found.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Derivations">Derivations compared.</param>
/// <param name="Steps">Training steps compared.</param>
/// <param name="Result">The result digest of what was computed again.</param>
/// <param name="IsComplete">True if the recorded run has ended.</param>
/// <param name="Difference">The first difference, or null if all is equal.</param>
public sealed record ReplayReport(Digest Run, int Derivations, long Steps, Digest Result, bool IsComplete, ReplayDifference? Difference);
