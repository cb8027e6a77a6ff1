using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A recorded history came from another ledger: nothing is answered from it before it is confirmed here, unless it is trusted. Stands before the history itself.</summary>
/// <param name="Kind">The derivation's kind, or <c>run</c>.</param>
/// <param name="Key">The derivation's key, or the run's digest.</param>
/// <param name="Attempt">Which recorded history of this ledger it became, or which it continues.</param>
/// <param name="Source">The digest of the bundle's manifest.</param>
/// <param name="Trusted">True if the user vouches for it.</param>
public sealed record HistoryImported(string Kind, DerivationKey Key, int Attempt, Digest Source, bool Trusted) : ILedgerEvent;
