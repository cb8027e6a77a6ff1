using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>Pools over windows that lie side by side.</summary>
internal static class Pools
{
    /// <summary>y = the first maximum of the window, row by row.</summary>
    public static void Maximum(PoolShape shape, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var n = 0; n < shape.Output.Size; n++)
        {
            y[n] = x[FirstMaximum(shape, x, n)];
        }
    }

    /// <summary>dx = dy at the window's first maximum, +0 elsewhere.</summary>
    public static void MaximumGradient(PoolShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx.Clear();
        for (var n = 0; n < shape.Output.Size; n++)
        {
            dx[FirstMaximum(shape, x, n)] = dy[n];
        }
    }

    /// <summary>y = plain additions over the window, row by row from +0, divided by the number of its elements.</summary>
    public static void Average(PoolShape shape, ReadOnlySpan<float> x, Span<float> y)
    {
        for (var n = 0; n < shape.Output.Size; n++)
        {
            var sum = 0f;
            for (var element = 0; element < shape.WindowSize; element++)
            {
                sum += x[Index(shape, n, element)];
            }

            y[n] = sum / shape.WindowSize;
        }
    }

    /// <summary>dx = dy / number of the window's elements; +0 outside the windows.</summary>
    public static void AverageGradient(PoolShape shape, ReadOnlySpan<float> dy, Span<float> dx)
    {
        dx.Clear();
        for (var n = 0; n < shape.Output.Size; n++)
        {
            for (var element = 0; element < shape.WindowSize; element++)
            {
                dx[Index(shape, n, element)] = dy[n] / shape.WindowSize;
            }
        }
    }

    private static int FirstMaximum(PoolShape shape, ReadOnlySpan<float> x, int output)
    {
        var first = Index(shape, output, 0);
        for (var element = 1; element < shape.WindowSize; element++)
        {
            var index = Index(shape, output, element);
            first = x[index] > x[first] ? index : first;
        }

        return first;
    }

    // The place in x of an element of the window behind an element of y.
    private static int Index(PoolShape shape, int output, int element)
    {
        var (position, channel) = (output / shape.Map.Channels, output % shape.Map.Channels);
        var (sample, r, c) = (position / (shape.OutputRows * shape.OutputColumns), position / shape.OutputColumns % shape.OutputRows, position % shape.OutputColumns);
        var (row, column) = (r * shape.WindowRows + element / shape.WindowColumns, c * shape.WindowColumns + element % shape.WindowColumns);
        return ((sample * shape.Map.Rows + row) * shape.Map.Columns + column) * shape.Map.Channels + channel;
    }
}
