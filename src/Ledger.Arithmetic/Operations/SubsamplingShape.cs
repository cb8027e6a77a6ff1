using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Operations;

/// <summary>The extents of a parameter-free shortcut: every position in <paramref name="Stride"/>, channels padded on both sides (ResNet, option A).</summary>
/// <param name="Map">The extents of x.</param>
/// <param name="Stride">Positions of x from one output position to the next.</param>
/// <param name="Outputs">Channels of y, at least those of x.</param>
public readonly record struct SubsamplingShape(MapShape Map, int Stride, int Outputs)
{
    /// <summary>The shortcut from x to y, or between their gradients.</summary>
    public static SubsamplingShape Of(Tensor x, Tensor y, int stride) => new(MapShape.Of(x), stride, y.Shape.Last);

    /// <summary>Channels of y before the first that comes from x.</summary>
    public int Before => (Outputs - Map.Channels) / 2;

    /// <summary>The extents of y.</summary>
    public MapShape Output => new(Map.Samples, (Map.Rows - 1) / Stride + 1, (Map.Columns - 1) / Stride + 1, Outputs);
}
