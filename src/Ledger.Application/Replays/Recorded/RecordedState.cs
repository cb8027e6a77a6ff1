using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Application.Replays.Recorded;

/// <summary>A recorded state of a trajectory.</summary>
/// <param name="Step">Steps since the trajectory's start.</param>
/// <param name="Output">The state's digest.</param>
/// <param name="Key">The key of the derivation that took it.</param>
/// <param name="Attempt">Which recorded history of that derivation.</param>
/// <param name="Place">Stream and version of its event.</param>
/// <param name="IsOfOthers">True if no run that is replayed used it: it only shortens the way.</param>
internal sealed record RecordedState(int Step, Digest Output, DerivationKey Key, int Attempt, string Place, bool IsOfOthers = false);
