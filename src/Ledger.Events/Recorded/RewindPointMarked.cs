using Ledger.Events.Derivations;
using Ledger.Events.Hashing;

namespace Ledger.Events.Recorded;

/// <summary>A run chose the state that its later rounds return to.</summary>
/// <param name="Trajectory">The dense trajectory's key.</param>
/// <param name="Step">The trajectory's step.</param>
/// <param name="State">The state's digest.</param>
public sealed record RewindPointMarked(DerivationKey Trajectory, int Step, Digest State) : ILedgerEvent;
