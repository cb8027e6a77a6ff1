namespace Ledger.Arithmetic.Devices;

/// <summary>The coefficients of one step of stochastic gradient descent, each rounded once to binary32.</summary>
/// <param name="Rate">Learning rate of this step.</param>
/// <param name="Momentum">Factor of the velocity, 0 for none.</param>
/// <param name="WeightDecay">Factor of the parameter added to its gradient, 0 for none.</param>
public readonly record struct SgdCoefficients(float Rate, float Momentum, float WeightDecay);
