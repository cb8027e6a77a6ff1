using Ledger.Events.Derivations;

namespace Ledger.Events.Recorded;

/// <summary>A trajectory has a start state and a recipe; its steps follow, step s at version s + 1.</summary>
public sealed record TrainingStarted(Derivation Derivation) : ILedgerEvent;
