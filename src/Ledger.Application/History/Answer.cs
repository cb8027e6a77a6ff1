using Ledger.Events.Recorded;

namespace Ledger.Application.History;

/// <summary>A derivation's output.</summary>
/// <param name="Completed">The event that completes it.</param>
/// <param name="Attempt">Which recorded history it is.</param>
/// <param name="IsFound">True if the ledger had it, false if it was computed just now.</param>
/// <param name="StepsTrained">Of a state: training steps computed and recorded for it.</param>
/// <param name="StepsRepeated">Of a state: recorded steps computed again on the way to it, and compared.</param>
public sealed record Answer(IDerivationEvent Completed, int Attempt, bool IsFound, int StepsTrained = 0, int StepsRepeated = 0);
