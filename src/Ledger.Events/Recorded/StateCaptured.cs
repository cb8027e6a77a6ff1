using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>The state of a trajectory at one step was written down.</summary>
/// <param name="Derivation">Of kind <c>state</c>: the trajectory's key and the step.</param>
/// <param name="TrajectoryAttempt">Which recorded history of the trajectory the state belongs to.</param>
/// <param name="Output">The state's digest.</param>
/// <param name="History">The digest of the trajectory's steps up to this one (<c>ledger-result/1</c>).</param>
public sealed record StateCaptured(Derivation Derivation, int TrajectoryAttempt, Digest Output, Digest History) : IDerivationEvent;
