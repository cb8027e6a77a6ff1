using Ledger.Events.Derivations;

namespace Ledger.Events.Recorded;

/// <summary>An imported history was computed here and found equal.</summary>
/// <param name="Kind">The derivation's kind, or <c>run</c>.</param>
/// <param name="Key">The derivation's key, or the run's digest.</param>
/// <param name="Attempt">Which recorded history.</param>
/// <param name="Step">Of a training: the step up to which.</param>
public sealed record HistoryConfirmed(string Kind, DerivationKey Key, int Attempt, int? Step = null) : ILedgerEvent;
