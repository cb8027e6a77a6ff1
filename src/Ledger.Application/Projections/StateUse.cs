using Ledger.Events.Hashing;

namespace Ledger.Application.Projections;

/// <summary>A state that a run took from a trajectory.</summary>
/// <param name="Step">Steps since the trajectory's start.</param>
/// <param name="State">The state's digest.</param>
/// <param name="History">The digest of the trajectory's steps up to it.</param>
public sealed record StateUse(int Step, Digest State, Digest? History);
