namespace Ledger.Arithmetic.Devices;

/// <summary>The three extents of a linear layer's products.</summary>
/// <param name="Samples">B: rows of the activations.</param>
/// <param name="Inputs">I: rows of the weights.</param>
/// <param name="Outputs">O: columns of the weights.</param>
internal readonly record struct LinearShape(int Samples, int Inputs, int Outputs);
