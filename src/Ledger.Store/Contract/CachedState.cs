using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>A point of a trajectory whose state is cached.</summary>
/// <param name="Trajectory">The stream of the trajectory's attempt.</param>
/// <param name="Step">Steps since its start.</param>
/// <param name="State">The state's digest.</param>
public sealed record CachedState(StreamName Trajectory, int Step, Digest State);
