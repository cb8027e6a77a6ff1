using Ledger.Events.Derivations;

namespace Ledger.Events.Recorded;

/// <summary>The reference kernels contradict a recorded history: nothing is answered from it any more.</summary>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">The refuted history.</param>
/// <param name="Step">Of a training: the first wrong step; earlier ones still hold.</param>
public sealed record DerivationRefuted(string Kind, DerivationKey Key, int Attempt, int? Step) : ILedgerEvent;
