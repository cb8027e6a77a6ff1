using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A run's tickets and the chain of derivations behind them, of its latest recorded history.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Stream">The stream of that history.</param>
/// <param name="Experiment">The experiment's digest.</param>
/// <param name="Replicate">Which replicate.</param>
/// <param name="Seed">The run's seed.</param>
/// <param name="RewindPoint">The state that later rounds return to, once it is marked.</param>
/// <param name="Result">The result digest, once the run is done.</param>
/// <param name="Rounds">Every round that has a ticket, from 0.</param>
public sealed record RunLineage(
    Digest Run,
    StreamName Stream,
    Digest Experiment,
    int Replicate,
    ulong Seed,
    RewindPointMarked? RewindPoint,
    Digest? Result,
    IReadOnlyList<RoundLineage> Rounds);
