using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>The shortcut without parameters (He et al., "Deep Residual Learning", 2015, option A).</summary>
internal static class Subsampling
{
    /// <summary>y[b, r, c, o] = x[b, r·s, c·s, o − before] where that channel is one of x, else +0.</summary>
    public static void Forward(SubsamplingShape shape, ReadOnlySpan<float> x, Span<float> y)
    {
        y.Clear();
        for (var position = 0; position < y.Length / shape.Outputs; position++)
        {
            x.Slice(Source(shape, position), shape.Map.Channels).CopyTo(y[(position * shape.Outputs + shape.Before)..]);
        }
    }

    /// <summary>dx = dy where y was taken from x, +0 elsewhere.</summary>
    public static void Gradient(SubsamplingShape shape, ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx.Clear();
        for (var position = 0; position < dy.Length / shape.Outputs; position++)
        {
            dy.Slice(position * shape.Outputs + shape.Before, shape.Map.Channels).CopyTo(dx[Source(shape, position)..]);
        }
    }

    private static int Source(SubsamplingShape shape, int position)
    {
        var (map, output) = (shape.Map, shape.Output);
        var (b, r, c) = (position / output.Positions, position / output.Columns % output.Rows, position % output.Columns);
        return ((b * map.Rows + r * shape.Stride) * map.Columns + c * shape.Stride) * map.Channels;
    }
}
