namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// The chains of up to six kept weights of one output over a row's columns, a vector of samples each: <c>s = fma(x, dy, s)</c>, continued
/// from row to row. Six of them hide the latency of a fused multiply-add.
/// </summary>
internal static unsafe class RowSums<T>
    where T : struct, ILanes<T>
{
    private const int Most = 6;

    /// <summary>
    /// Continues the sums of the taps up to <paramref name="end"/>; <paramref name="rows"/> holds x's row of each kernel row, <paramref name="dy"/>
    /// the output's row.
    /// </summary>
    public static void Run(KeptTap* tap, KeptTap* end, float** rows, float* dy, int columns, float* sums)
    {
        // Tiles of like height: 4 + 3 are faster than 6 + 1, where one waits for itself.
        for (var (left, tiles) = ((int)(end - tap), ((int)(end - tap) + Most - 1) / Most); tiles > 0; tiles--)
        {
            var height = (left + tiles - 1) / tiles;
            Run(height, tap, rows, dy, columns * T.Count, sums);
            left -= height;
            tap += height;
            sums += height * T.Count;
        }
    }

    private static void Run(int height, KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        switch (height)
        {
            case 6: Run6(tap, rows, dy, size, sums); break;
            case 5: Run5(tap, rows, dy, size, sums); break;
            case 4: Run4(tap, rows, dy, size, sums); break;
            case 3: Run3(tap, rows, dy, size, sums); break;
            case 2: Run2(tap, rows, dy, size, sums); break;
            default: Run1(tap, rows, dy, size, sums); break;
        }
    }

    private static void Run6(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var x1 = rows[tap[1].Row] + tap[1].Offset;
        var x2 = rows[tap[2].Row] + tap[2].Offset;
        var x3 = rows[tap[3].Row] + tap[3].Offset;
        var x4 = rows[tap[4].Row] + tap[4].Offset;
        var x5 = rows[tap[5].Row] + tap[5].Offset;
        var c0 = T.Load(sums);
        var c1 = T.Load(sums + T.Count);
        var c2 = T.Load(sums + 2 * T.Count);
        var c3 = T.Load(sums + 3 * T.Count);
        var c4 = T.Load(sums + 4 * T.Count);
        var c5 = T.Load(sums + 5 * T.Count);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
            c1 = T.FusedMultiplyAdd(T.Load(x1 + n), v, c1);
            c2 = T.FusedMultiplyAdd(T.Load(x2 + n), v, c2);
            c3 = T.FusedMultiplyAdd(T.Load(x3 + n), v, c3);
            c4 = T.FusedMultiplyAdd(T.Load(x4 + n), v, c4);
            c5 = T.FusedMultiplyAdd(T.Load(x5 + n), v, c5);
        }

        T.Store(c0, sums);
        T.Store(c1, sums + T.Count);
        T.Store(c2, sums + 2 * T.Count);
        T.Store(c3, sums + 3 * T.Count);
        T.Store(c4, sums + 4 * T.Count);
        T.Store(c5, sums + 5 * T.Count);
    }

    private static void Run5(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var x1 = rows[tap[1].Row] + tap[1].Offset;
        var x2 = rows[tap[2].Row] + tap[2].Offset;
        var x3 = rows[tap[3].Row] + tap[3].Offset;
        var x4 = rows[tap[4].Row] + tap[4].Offset;
        var c0 = T.Load(sums);
        var c1 = T.Load(sums + T.Count);
        var c2 = T.Load(sums + 2 * T.Count);
        var c3 = T.Load(sums + 3 * T.Count);
        var c4 = T.Load(sums + 4 * T.Count);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
            c1 = T.FusedMultiplyAdd(T.Load(x1 + n), v, c1);
            c2 = T.FusedMultiplyAdd(T.Load(x2 + n), v, c2);
            c3 = T.FusedMultiplyAdd(T.Load(x3 + n), v, c3);
            c4 = T.FusedMultiplyAdd(T.Load(x4 + n), v, c4);
        }

        T.Store(c0, sums);
        T.Store(c1, sums + T.Count);
        T.Store(c2, sums + 2 * T.Count);
        T.Store(c3, sums + 3 * T.Count);
        T.Store(c4, sums + 4 * T.Count);
    }

    private static void Run4(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var x1 = rows[tap[1].Row] + tap[1].Offset;
        var x2 = rows[tap[2].Row] + tap[2].Offset;
        var x3 = rows[tap[3].Row] + tap[3].Offset;
        var c0 = T.Load(sums);
        var c1 = T.Load(sums + T.Count);
        var c2 = T.Load(sums + 2 * T.Count);
        var c3 = T.Load(sums + 3 * T.Count);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
            c1 = T.FusedMultiplyAdd(T.Load(x1 + n), v, c1);
            c2 = T.FusedMultiplyAdd(T.Load(x2 + n), v, c2);
            c3 = T.FusedMultiplyAdd(T.Load(x3 + n), v, c3);
        }

        T.Store(c0, sums);
        T.Store(c1, sums + T.Count);
        T.Store(c2, sums + 2 * T.Count);
        T.Store(c3, sums + 3 * T.Count);
    }

    private static void Run3(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var x1 = rows[tap[1].Row] + tap[1].Offset;
        var x2 = rows[tap[2].Row] + tap[2].Offset;
        var c0 = T.Load(sums);
        var c1 = T.Load(sums + T.Count);
        var c2 = T.Load(sums + 2 * T.Count);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
            c1 = T.FusedMultiplyAdd(T.Load(x1 + n), v, c1);
            c2 = T.FusedMultiplyAdd(T.Load(x2 + n), v, c2);
        }

        T.Store(c0, sums);
        T.Store(c1, sums + T.Count);
        T.Store(c2, sums + 2 * T.Count);
    }

    private static void Run2(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var x1 = rows[tap[1].Row] + tap[1].Offset;
        var c0 = T.Load(sums);
        var c1 = T.Load(sums + T.Count);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
            c1 = T.FusedMultiplyAdd(T.Load(x1 + n), v, c1);
        }

        T.Store(c0, sums);
        T.Store(c1, sums + T.Count);
    }

    private static void Run1(KeptTap* tap, float** rows, float* dy, nint size, float* sums)
    {
        var x0 = rows[tap->Row] + tap->Offset;
        var c0 = T.Load(sums);
        for (nint n = 0; n < size; n += T.Count)
        {
            var v = T.Load(dy + n);
            c0 = T.FusedMultiplyAdd(T.Load(x0 + n), v, c0);
        }

        T.Store(c0, sums);
    }
}
