using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>A tensor that a layer owns.</summary>
/// <param name="Name">Stable name, for example <c>fc1.weight</c>.</param>
/// <param name="Shape">Extents.</param>
/// <param name="Role">What it is to the layer.</param>
/// <param name="FanIn">Inputs that reach one output; 0 unless it is a weight.</param>
/// <param name="FanOut">Outputs that one input reaches, stride aside; 0 unless it is a weight.</param>
public sealed record TensorDescription(string Name, Shape Shape, TensorRole Role, int FanIn = 0, int FanOut = 0);
