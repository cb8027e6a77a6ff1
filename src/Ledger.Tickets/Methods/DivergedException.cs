using Ledger.Events.Derivations;

namespace Ledger.Tickets.Methods;

/// <summary>A trajectory could not be continued: a step gave an infinite or undefined number.</summary>
public sealed class DivergedException(DerivationKey trajectory, int step)
    : Exception($"training diverged at step {step}; lower the learning rate")
{
    /// <summary>The trajectory's key.</summary>
    public DerivationKey Trajectory { get; } = trajectory;

    /// <summary>The step that could not be made.</summary>
    public int Step { get; } = step;
}
