using Ledger.Events.Hashing;

namespace Ledger.Application.Replays;

/// <summary>What a replay found in one run.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Derivations">Derivations compared.</param>
/// <param name="Steps">Training steps compared.</param>
/// <param name="Result">The result digest of what was computed again; null if that was not the whole run.</param>
/// <param name="IsComplete">True if the recorded run has ended.</param>
/// <param name="Difference">The first difference, or null if all that was compared is equal.</param>
/// <param name="Round">The round that alone was replayed, or null.</param>
/// <param name="Sample">What was drawn, if segments were.</param>
/// <param name="IsRecorded">True if the ledger records this replay.</param>
public sealed record ReplayReport(
    Digest Run, int Derivations, long Steps, Digest? Result, bool IsComplete, ReplayDifference? Difference, int? Round = null, ReplaySample? Sample = null, bool IsRecorded = false);
