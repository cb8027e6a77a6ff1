using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>One tensor of a network's values and its place in the global order: parameters first, running statistics after them.</summary>
/// <param name="Name">Stable name, for example <c>fc1.weight</c>.</param>
/// <param name="Offset">Global index of its first element.</param>
/// <param name="Shape">Extents: [inputs, outputs], [kernel row, kernel column, input channel, output channel], or one.</param>
/// <param name="Role">What it is to its layer.</param>
/// <param name="FanIn">Inputs that reach one output; 0 unless it is a weight.</param>
/// <param name="FanOut">Outputs that one input reaches, stride aside; 0 unless it is a weight.</param>
public sealed record ParameterTensor(string Name, int Offset, Shape Shape, TensorRole Role, int FanIn, int FanOut)
{
    /// <summary>True for weights and kernels.</summary>
    public bool IsPrunable => Role == TensorRole.Weight;

    /// <summary>True for running statistics, which no optimiser moves.</summary>
    public bool IsStatistic => Role is TensorRole.Mean or TensorRole.Variance;

    /// <summary>Number of elements.</summary>
    public int Size => Shape.Size;

    /// <summary>Global index after its last element.</summary>
    public int End => Offset + Size;
}
