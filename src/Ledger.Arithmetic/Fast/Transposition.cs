using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Ledger.Arithmetic.Fast;

/// <summary>target[c, r] = source[r, c]: squares of 4 × 4 in registers where the processor can, threads sharing the columns.</summary>
internal unsafe struct Transposition
{
    private float* _source, _target;
    private int _rows, _columns;
    private nint _stride;

    /// <summary>Writes the <paramref name="columns"/> columns as rows of <paramref name="stride"/> elements.</summary>
    public static void Run(ThreadTeam team, float* source, int rows, int columns, float* target, nint stride)
    {
        var task = new Transposition { _source = source, _target = target, _rows = rows, _columns = columns, _stride = stride };
        team.Run(&RunPart, &task);
    }

    private static void RunPart(void* argument, int part, int parts)
    {
        var task = (Transposition*)argument;
        var squares = (task->_columns + 3) / 4;
        var end = Math.Min(squares * (part + 1) / parts * 4, task->_columns);
        for (var column = squares * part / parts * 4; column < end; column += 4)
        {
            task->Columns(column, Math.Min(4, end - column));
        }
    }

    private readonly void Columns(int column, int count) =>
        Block(_source + column, _columns, _rows, count, _target + column * _stride, _stride);

    /// <summary>Writes the columns of one block as rows, on one thread.</summary>
    public static void Block(float* source, nint sourceRow, int rows, int columns, float* target, nint targetRow)
    {
        var row = 0;
        if (Sse.IsSupported || AdvSimd.Arm64.IsSupported)
        {
            for (; row + 4 <= rows; row += 4)
            {
                FourRows(source + row * sourceRow, sourceRow, columns, target + row, targetRow);
            }
        }

        for (; row < rows; row++)
        {
            for (var c = 0; c < columns; c++)
            {
                target[c * targetRow + row] = source[row * sourceRow + c];
            }
        }
    }

    private static void FourRows(float* source, nint sourceRow, int columns, float* target, nint targetRow)
    {
        var column = 0;
        for (; column + 4 <= columns; column += 4)
        {
            Square(source + column, sourceRow, target + column * targetRow, targetRow);
        }

        for (; column < columns; column++)
        {
            for (var row = 0; row < 4; row++)
            {
                target[column * targetRow + row] = source[row * sourceRow + column];
            }
        }
    }

    private static void Square(float* source, nint sourceRow, float* target, nint targetRow)
    {
        var (r0, r1) = (Vector128.Load(source), Vector128.Load(source + sourceRow));
        var (r2, r3) = (Vector128.Load(source + 2 * sourceRow), Vector128.Load(source + 3 * sourceRow));
        var (low02, high02) = (ZipLow(r0, r2), ZipHigh(r0, r2));
        var (low13, high13) = (ZipLow(r1, r3), ZipHigh(r1, r3));
        ZipLow(low02, low13).Store(target);
        ZipHigh(low02, low13).Store(target + targetRow);
        ZipLow(high02, high13).Store(target + 2 * targetRow);
        ZipHigh(high02, high13).Store(target + 3 * targetRow);
    }

    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b) : AdvSimd.Arm64.ZipLow(a, b);

    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b) : AdvSimd.Arm64.ZipHigh(a, b);
}
