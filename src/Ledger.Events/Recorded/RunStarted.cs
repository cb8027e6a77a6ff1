using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A replicate of an experiment began.</summary>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Replicate">Which replicate, from 0.</param>
/// <param name="Seed">The run's seed, made from the experiment's seed and the replicate (docs/events.md).</param>
public sealed record RunStarted(Digest Experiment, int Replicate, ulong Seed) : ILedgerEvent;
