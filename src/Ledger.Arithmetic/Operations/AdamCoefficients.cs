namespace Ledger.Arithmetic.Operations;

/// <summary>The coefficients of one step of Adam.</summary>
internal readonly record struct AdamCoefficients(AdamSettings Settings, float Rate, float CorrectedRate, float SecondCorrection)
{
    /// <summary>Those of an operation at its current step.</summary>
    public static AdamCoefficients Of(AdamStep step) => new(step.Settings, step.Step.Rate, step.Step.CorrectedRate, step.Step.SecondCorrection);

    /// <summary>What p takes from itself where the decay is decoupled: −(rate·decay).</summary>
    public float Shrinkage => -(Rate * Settings.WeightDecay);
}
