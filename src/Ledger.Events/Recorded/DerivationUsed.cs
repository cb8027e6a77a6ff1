using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run used a derivation, computed then or found in the ledger.</summary>
/// <param name="Round">The round it serves.</param>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">Which recorded history was used.</param>
/// <param name="Output">What came out; of a training, the digest of the state it was trained to.</param>
/// <param name="Step">Of a training and a state: the trajectory's step.</param>
/// <param name="History">Of a training: the digest of its steps up to that one.</param>
public sealed record DerivationUsed(int Round, string Kind, DerivationKey Key, int Attempt, Digest Output, int? Step = null, Digest? History = null) : ILedgerEvent;
