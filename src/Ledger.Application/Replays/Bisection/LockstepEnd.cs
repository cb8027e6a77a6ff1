using Ledger.Events.Recorded;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Where a training on two devices ended.</summary>
/// <param name="Mismatch">The first operation in which they differ, or null.</param>
/// <param name="Last">The last step as the fast device made it; null if it was not finite, or there was none.</param>
/// <param name="State">The fast device's state.</param>
public sealed record LockstepEnd(KernelMismatch? Mismatch, StepTrained? Last, NetworkState State);
