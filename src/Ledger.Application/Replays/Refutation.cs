using Ledger.Events.Derivations;

namespace Ledger.Application.Replays;

/// <summary>A recorded history that the reference contradicts, ready to be recorded.</summary>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">Its key.</param>
/// <param name="Attempt">Which recorded history.</param>
/// <param name="Step">Of a training: the first wrong step.</param>
/// <param name="Recorded">What is recorded.</param>
/// <param name="Found">What was computed.</param>
internal sealed record Refutation(string Kind, DerivationKey Key, int Attempt, int? Step, object Recorded, object Found);
