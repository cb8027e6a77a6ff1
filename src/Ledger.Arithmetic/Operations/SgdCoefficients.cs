namespace Ledger.Arithmetic.Operations;

/// <summary>The coefficients of one step of SGD.</summary>
internal readonly record struct SgdCoefficients(float Rate, float Momentum, float WeightDecay, bool Nesterov)
{
    /// <summary>Those of an operation at its current step.</summary>
    public static SgdCoefficients Of(SgdStep step) => new(step.Step.Rate, step.Momentum, step.WeightDecay, step.Nesterov);
}
