namespace Ledger.Arithmetic.Operations;

/// <summary>Adam's coefficients, each rounded once to binary32.</summary>
/// <param name="Beta1">β₁.</param>
/// <param name="OneMinusBeta1">1 − β₁, from the decimals.</param>
/// <param name="Beta2">β₂.</param>
/// <param name="OneMinusBeta2">1 − β₂, from the decimals.</param>
/// <param name="Epsilon">ε.</param>
/// <param name="WeightDecay">0 for none.</param>
/// <param name="IsDecoupled">True if the decay acts on the parameter, false if on its gradient.</param>
public readonly record struct AdamSettings(float Beta1, float OneMinusBeta1, float Beta2, float OneMinusBeta2, float Epsilon, float WeightDecay, bool IsDecoupled);
