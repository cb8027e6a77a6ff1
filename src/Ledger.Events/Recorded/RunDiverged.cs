using Ledger.Events.Derivations;

namespace Ledger.Events.Recorded;

/// <summary>A run ended because a training diverged.</summary>
/// <param name="Round">The round that was training.</param>
/// <param name="Trajectory">The trajectory's key.</param>
/// <param name="Step">The step that could not be made.</param>
public sealed record RunDiverged(int Round, DerivationKey Trajectory, int Step) : ILedgerEvent;
