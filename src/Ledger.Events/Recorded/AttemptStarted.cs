using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>Somebody began to work on a run; clock, host, device and code version are this event's metadata.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Name">The experiment's name as the specification had it.</param>
/// <param name="Environment">The digest of the metadata.</param>
public sealed record AttemptStarted(Digest Run, string Name, Digest Environment) : ILedgerEvent;
