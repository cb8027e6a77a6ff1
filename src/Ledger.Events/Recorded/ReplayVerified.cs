using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run was recomputed and every fingerprint, count and digest was equal.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Derivations">Derivations compared.</param>
/// <param name="Steps">Training steps compared.</param>
/// <param name="Result">The result digest, recomputed.</param>
/// <param name="Environment">The digest of the metadata: who replayed, where.</param>
public sealed record ReplayVerified(Digest Run, int Derivations, long Steps, Digest Result, Digest Environment) : ILedgerEvent;
