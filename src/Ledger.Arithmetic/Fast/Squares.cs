using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Ledger.Arithmetic.Fast;

/// <summary>Transposition of a part of a matrix by one thread: 8 × 4 elements in registers with AVX, 4 × 4 with SSE or Arm's vectors.</summary>
internal static unsafe class Squares
{
    /// <summary>target[c, r] = source[r, c] for the first rows and columns; row strides are counted in elements.</summary>
    public static void Transpose(float* source, nint sourceRow, int rows, int columns, float* target, nint targetRow)
    {
        var wide = columns & ~3;
        var r = 0;
        for (; Avx.IsSupported && r + 8 <= rows; r += 8)
        {
            for (var c = 0; c < wide; c += 4)
            {
                Eight(source + r * sourceRow + c, sourceRow, target + c * targetRow + r, targetRow);
            }
        }

        for (; (Sse.IsSupported || AdvSimd.Arm64.IsSupported) && r + 4 <= rows; r += 4)
        {
            for (var c = 0; c < wide; c += 4)
            {
                Four(source + r * sourceRow + c, sourceRow, target + c * targetRow + r, targetRow);
            }
        }

        Plain(source, sourceRow, 0, r, wide, columns, target, targetRow);
        Plain(source, sourceRow, r, rows, 0, columns, target, targetRow);
    }

    /// <summary>target[c, r] = rows[r][c] of eight rows anywhere, for columns up to the next multiple of four.</summary>
    public static void TransposeEight(float** rows, int columns, float* target, nint targetRow)
    {
        float* p0 = rows[0], p1 = rows[1], p2 = rows[2], p3 = rows[3], p4 = rows[4], p5 = rows[5], p6 = rows[6], p7 = rows[7];
        for (nint c = 0; c < columns; c += 4)
        {
            if (Avx.IsSupported)
            {
                var r0 = Vector256.Create(Vector128.Load(p0 + c), Vector128.Load(p4 + c));
                var r1 = Vector256.Create(Vector128.Load(p1 + c), Vector128.Load(p5 + c));
                var r2 = Vector256.Create(Vector128.Load(p2 + c), Vector128.Load(p6 + c));
                var r3 = Vector256.Create(Vector128.Load(p3 + c), Vector128.Load(p7 + c));
                Store(r0, r1, r2, r3, target + c * targetRow, targetRow);
            }
            else if (Sse.IsSupported || AdvSimd.Arm64.IsSupported)
            {
                Store(Vector128.Load(p0 + c), Vector128.Load(p1 + c), Vector128.Load(p2 + c), Vector128.Load(p3 + c), target + c * targetRow, targetRow);
                Store(Vector128.Load(p4 + c), Vector128.Load(p5 + c), Vector128.Load(p6 + c), Vector128.Load(p7 + c), target + c * targetRow + 4, targetRow);
            }
            else
            {
                for (var n = 0; n < 32; n++)
                {
                    target[(c + n % 4) * targetRow + n / 4] = rows[n / 4][c + n % 4];
                }
            }
        }
    }

    private static void Plain(float* source, nint sourceRow, int row, int rowEnd, int column, int columnEnd, float* target, nint targetRow)
    {
        for (var r = row; r < rowEnd; r++)
        {
            for (var c = column; c < columnEnd; c++)
            {
                target[c * targetRow + r] = source[r * sourceRow + c];
            }
        }
    }

    // Two squares of four rows side by side in the halves of each register.
    private static void Eight(float* source, nint sourceRow, float* target, nint targetRow)
    {
        var below = source + 4 * sourceRow;
        var r0 = Vector256.Create(Vector128.Load(source), Vector128.Load(below));
        var r1 = Vector256.Create(Vector128.Load(source + sourceRow), Vector128.Load(below + sourceRow));
        var r2 = Vector256.Create(Vector128.Load(source + 2 * sourceRow), Vector128.Load(below + 2 * sourceRow));
        var r3 = Vector256.Create(Vector128.Load(source + 3 * sourceRow), Vector128.Load(below + 3 * sourceRow));
        Store(r0, r1, r2, r3, target, targetRow);
    }

    private static void Four(float* source, nint sourceRow, float* target, nint targetRow) => Store(
        Vector128.Load(source),
        Vector128.Load(source + sourceRow),
        Vector128.Load(source + 2 * sourceRow),
        Vector128.Load(source + 3 * sourceRow),
        target,
        targetRow);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3, float* target, nint targetRow)
    {
        var (low02, high02) = (Avx.UnpackLow(r0, r2), Avx.UnpackHigh(r0, r2));
        var (low13, high13) = (Avx.UnpackLow(r1, r3), Avx.UnpackHigh(r1, r3));
        Avx.UnpackLow(low02, low13).Store(target);
        Avx.UnpackHigh(low02, low13).Store(target + targetRow);
        Avx.UnpackLow(high02, high13).Store(target + 2 * targetRow);
        Avx.UnpackHigh(high02, high13).Store(target + 3 * targetRow);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector128<float> r0, Vector128<float> r1, Vector128<float> r2, Vector128<float> r3, float* target, nint targetRow)
    {
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
