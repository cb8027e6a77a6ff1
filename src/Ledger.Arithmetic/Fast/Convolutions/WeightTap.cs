using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>The positions of a sample where one tap of the kernel lies within the map.</summary>
internal readonly struct WeightTap
{
    private readonly nint _x, _dy, _xJump, _dyJump;
    private readonly int _rows, _columns;

    /// <summary>The positions of <paramref name="tap"/>, in maps whose positions lie <paramref name="xStep"/> and <paramref name="dyStep"/> elements apart.</summary>
    public WeightTap(in ConvolutionShape shape, int tap, int xStep, int dyStep)
    {
        var (first, rows) = Range(tap / shape.Kernel, shape, shape.Rows, shape.OutputRows);
        var (left, columns) = Range(tap % shape.Kernel, shape, shape.Columns, shape.OutputColumns);
        var (row, column) = (first * shape.Stride + tap / shape.Kernel - shape.Padding, left * shape.Stride + tap % shape.Kernel - shape.Padding);
        (_rows, _columns) = rows > 0 && columns > 0 ? (rows, columns) : (0, 0);
        _x = ((nint)row * shape.Columns + column) * xStep;
        _dy = ((nint)first * shape.OutputColumns + left) * dyStep;
        _xJump = (nint)shape.Stride * (shape.Columns - columns) * xStep;
        _dyJump = (nint)(shape.OutputColumns - columns) * dyStep;
        if (_xJump == 0 && _dyJump == 0)
        {
            (_rows, _columns) = (Math.Min(_rows, 1), _rows * _columns);
        }
    }

    /// <summary>Sets the chain of a tile over the sample whose maps start at <paramref name="x"/> and <paramref name="dy"/>.</summary>
    public unsafe void Chain(float* x, float* dy, ref Tile tile)
    {
        (tile.Outer, tile.Inner, tile.Depth) = (1, _rows, _columns);
        tile.A = x + _x;
        tile.AInner = _xJump;
        tile.B = dy + _dy;
        tile.BInner = _dyJump;
    }

    private static (int First, int Count) Range(int tap, in ConvolutionShape shape, int positions, int outputs)
    {
        var first = Math.Max(0, (shape.Padding - tap + shape.Stride - 1) / shape.Stride);
        var reach = positions - 1 + shape.Padding - tap;
        return (first, Math.Min(outputs, reach < 0 ? 0 : reach / shape.Stride + 1) - first);
    }
}
