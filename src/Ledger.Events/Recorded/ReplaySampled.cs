using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>Segments of a run's trainings, drawn at random without replacement, were recomputed and every fingerprint, count and digest was equal.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Checked">Segments compared.</param>
/// <param name="Total">Segments there were.</param>
/// <param name="Draw">The seed of the draw.</param>
/// <param name="Steps">Training steps compared.</param>
/// <param name="Environment">The digest of the metadata: who replayed, where.</param>
public sealed record ReplaySampled(Digest Run, int Checked, int Total, ulong Draw, long Steps, Digest Environment) : ILedgerEvent;
