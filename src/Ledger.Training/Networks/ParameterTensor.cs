using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>One parameter tensor of a network and its place in the global order.</summary>
/// <param name="Name">Stable name, for example <c>fc1.weight</c>.</param>
/// <param name="Offset">Global index of its first element.</param>
/// <param name="Shape">Extents: [inputs, outputs] or [outputs].</param>
/// <param name="IsPrunable">True for weights.</param>
public sealed record ParameterTensor(string Name, int Offset, Shape Shape, bool IsPrunable)
{
    /// <summary>Number of elements.</summary>
    public int Size => Shape.Size;

    /// <summary>Global index after its last element.</summary>
    public int End => Offset + Size;
}
