using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Convolutions.Sparse;

/// <summary>
/// The chains of one result channel at neighbouring columns, a vector of samples each: <c>s = fma(source, w, s)</c> over the kept taps from
/// +0, then + (+0). Written out so that each column's sums stay in a register.
/// </summary>
internal static unsafe class TapChains<T>
    where T : struct, ILanes<T>
{
    // Sixteen sums leave room for a weight only where there are 32 registers.
    private static int Widest => T.Count == Lanes512.Count ? 16 : 8;

    /// <summary>The columns of the widest tile that fits into <paramref name="columns"/>.</summary>
    public static int Columns(int columns) => columns >= Widest ? Widest : columns >= 8 ? 8 : columns >= 4 ? 4 : columns >= 2 ? 2 : 1;

    /// <summary>Computes a tile of <paramref name="columns"/>, a value of <see cref="Columns"/>; <paramref name="rows"/> holds the first column's source of each kernel row.</summary>
    public static void Run(int columns, KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        switch (columns)
        {
            case 16: Run16(tap, end, weights, rows, target); break;
            case 8: Run8(tap, end, weights, rows, target); break;
            case 4: Run4(tap, end, weights, rows, target); break;
            case 2: Run2(tap, end, weights, rows, target); break;
            default: Run1(tap, end, weights, rows, target); break;
        }
    }

    private static void Run16(KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        T c4 = T.Zero, c5 = T.Zero, c6 = T.Zero, c7 = T.Zero;
        T c8 = T.Zero, c9 = T.Zero, c10 = T.Zero, c11 = T.Zero;
        T c12 = T.Zero, c13 = T.Zero, c14 = T.Zero, c15 = T.Zero;
        for (; tap < end; tap++)
        {
            var w = T.Broadcast(weights[tap->Weight]);
            var s = rows[tap->Row] + tap->Offset;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c1);
            c2 = T.FusedMultiplyAdd(T.Load(s + 2 * T.Count), w, c2);
            c3 = T.FusedMultiplyAdd(T.Load(s + 3 * T.Count), w, c3);
            c4 = T.FusedMultiplyAdd(T.Load(s + 4 * T.Count), w, c4);
            c5 = T.FusedMultiplyAdd(T.Load(s + 5 * T.Count), w, c5);
            c6 = T.FusedMultiplyAdd(T.Load(s + 6 * T.Count), w, c6);
            c7 = T.FusedMultiplyAdd(T.Load(s + 7 * T.Count), w, c7);
            s += 8 * T.Count;
            c8 = T.FusedMultiplyAdd(T.Load(s), w, c8);
            c9 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c9);
            c10 = T.FusedMultiplyAdd(T.Load(s + 2 * T.Count), w, c10);
            c11 = T.FusedMultiplyAdd(T.Load(s + 3 * T.Count), w, c11);
            c12 = T.FusedMultiplyAdd(T.Load(s + 4 * T.Count), w, c12);
            c13 = T.FusedMultiplyAdd(T.Load(s + 5 * T.Count), w, c13);
            c14 = T.FusedMultiplyAdd(T.Load(s + 6 * T.Count), w, c14);
            c15 = T.FusedMultiplyAdd(T.Load(s + 7 * T.Count), w, c15);
        }

        Store4(c0, c1, c2, c3, target);
        Store4(c4, c5, c6, c7, target + 4 * T.Count);
        Store4(c8, c9, c10, c11, target + 8 * T.Count);
        Store4(c12, c13, c14, c15, target + 12 * T.Count);
    }

    private static void Run8(KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        T c4 = T.Zero, c5 = T.Zero, c6 = T.Zero, c7 = T.Zero;
        for (; tap < end; tap++)
        {
            var w = T.Broadcast(weights[tap->Weight]);
            var s = rows[tap->Row] + tap->Offset;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c1);
            c2 = T.FusedMultiplyAdd(T.Load(s + 2 * T.Count), w, c2);
            c3 = T.FusedMultiplyAdd(T.Load(s + 3 * T.Count), w, c3);
            c4 = T.FusedMultiplyAdd(T.Load(s + 4 * T.Count), w, c4);
            c5 = T.FusedMultiplyAdd(T.Load(s + 5 * T.Count), w, c5);
            c6 = T.FusedMultiplyAdd(T.Load(s + 6 * T.Count), w, c6);
            c7 = T.FusedMultiplyAdd(T.Load(s + 7 * T.Count), w, c7);
        }

        Store4(c0, c1, c2, c3, target);
        Store4(c4, c5, c6, c7, target + 4 * T.Count);
    }

    private static void Run4(KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        for (; tap < end; tap++)
        {
            var w = T.Broadcast(weights[tap->Weight]);
            var s = rows[tap->Row] + tap->Offset;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c1);
            c2 = T.FusedMultiplyAdd(T.Load(s + 2 * T.Count), w, c2);
            c3 = T.FusedMultiplyAdd(T.Load(s + 3 * T.Count), w, c3);
        }

        Store4(c0, c1, c2, c3, target);
    }

    private static void Run2(KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero;
        for (; tap < end; tap++)
        {
            var w = T.Broadcast(weights[tap->Weight]);
            var s = rows[tap->Row] + tap->Offset;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c1);
        }

        T.Store(T.Add(c0, T.Zero), target);
        T.Store(T.Add(c1, T.Zero), target + T.Count);
    }

    private static void Run1(KeptTap* tap, KeptTap* end, float* weights, float** rows, float* target)
    {
        T c0 = T.Zero;
        for (; tap < end; tap++)
        {
            var w = T.Broadcast(weights[tap->Weight]);
            var s = rows[tap->Row] + tap->Offset;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
        }

        T.Store(T.Add(c0, T.Zero), target);
    }

    // The last addition of the chain: turns the −0 of an underflow into +0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4(T c0, T c1, T c2, T c3, float* target)
    {
        T.Store(T.Add(c0, T.Zero), target);
        T.Store(T.Add(c1, T.Zero), target + T.Count);
        T.Store(T.Add(c2, T.Zero), target + 2 * T.Count);
        T.Store(T.Add(c3, T.Zero), target + 3 * T.Count);
    }
}
