using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>Recomputing a derivation gave other bits than a recorded history.</summary>
/// <param name="Kind">The derivation's kind.</param>
/// <param name="Key">The derivation's key.</param>
/// <param name="Attempt">The recorded history that was contradicted.</param>
/// <param name="Step">Of a training: the first step that differs.</param>
/// <param name="Recorded">The digest of what is recorded there.</param>
/// <param name="Found">The digest of what was found.</param>
public sealed record DerivationDisputed(string Kind, DerivationKey Key, int Attempt, int? Step, Digest Recorded, Digest Found) : ILedgerEvent;
