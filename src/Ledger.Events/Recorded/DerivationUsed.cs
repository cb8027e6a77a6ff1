using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run used a derivation, computed then or found in the ledger.</summary>
/// <param name="Round">The round it serves.</param>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">Which recorded history was used.</param>
/// <param name="Output">The digest of what came out.</param>
/// <param name="Step">Of a state and an evaluation: the trajectory's step.</param>
/// <param name="History">Of a state: the digest of the trajectory's steps up to it.</param>
/// <param name="Split">Of an evaluation: the list of samples.</param>
public sealed record DerivationUsed(int Round, string Kind, DerivationKey Key, int Attempt, Digest Output, int? Step = null, Digest? History = null, string? Split = null) : ILedgerEvent;
