namespace Ledger.Arithmetic.Operations;

/// <summary>The coefficients of a batch normalisation, each rounded once to binary32.</summary>
/// <param name="Epsilon">What is added to a variance.</param>
/// <param name="Momentum">Share of the batch in the running statistics.</param>
public readonly record struct BatchNormCoefficients(float Epsilon, float Momentum);
