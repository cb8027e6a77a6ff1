using Ledger.Events.Derivations;

namespace Ledger.Tickets.Methods;

/// <summary>A trajectory could not be continued: a step gave an infinite or undefined number.</summary>
public sealed class DivergedException(int round, DerivationKey trajectory, int step)
    : Exception($"round {round}: training diverged at step {step}; lower the learning rate")
{
    /// <summary>The round that was training.</summary>
    public int Round { get; } = round;

    /// <summary>The trajectory's key.</summary>
    public DerivationKey Trajectory { get; } = trajectory;

    /// <summary>The step that could not be made.</summary>
    public int Step { get; } = step;
}
