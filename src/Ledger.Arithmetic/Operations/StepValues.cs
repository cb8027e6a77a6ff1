namespace Ledger.Arithmetic.Operations;

/// <summary>What changes from step to step of a training: written by the host before a step, read by the operations of it.</summary>
public sealed class StepValues
{
    /// <summary>The step or epoch word of the random streams: steps made since the trajectory's start, plus its data position.</summary>
    public uint Step { get; set; }

    /// <summary>The learning rate of this update, rounded once to binary32.</summary>
    public float Rate { get; set; }

    /// <summary>Adam's update factor: rate / (1 − β₁ᵗ) in binary64, rounded once.</summary>
    public float CorrectedRate { get; set; }

    /// <summary>Adam's denominator factor: √(1 − β₂ᵗ) in binary64, rounded once.</summary>
    public float SecondCorrection { get; set; }
}
