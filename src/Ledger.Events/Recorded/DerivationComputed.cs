using Ledger.Events.Derivations;

namespace Ledger.Events.Recorded;

/// <summary>An attempt computed a derivation here; found ones are not listed.</summary>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">Which recorded history it wrote.</param>
/// <param name="FromStep">Of a training: the first step recorded.</param>
/// <param name="ToStep">Of a training: the last step recorded.</param>
public sealed record DerivationComputed(string Kind, DerivationKey Key, int Attempt, int? FromStep = null, int? ToStep = null) : ILedgerEvent;
