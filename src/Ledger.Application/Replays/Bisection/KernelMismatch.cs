namespace Ledger.Application.Replays.Bisection;

/// <summary>The first operation whose fast kernel and reference kernel disagree.</summary>
/// <param name="Step">The training step, or null in an evaluation.</param>
/// <param name="Operation">The device's operation.</param>
/// <param name="Element">The first number that differs; the fast kernel found it, the reference wants another.</param>
public sealed record KernelMismatch(int? Step, string Operation, ElementDifference Element)
{
    /// <inheritdoc/>
    public override string ToString() => $"{(Step is { } step ? $"step {step}, " : "")}{Operation}, {Element.Describe("fast", "reference")}";
}
