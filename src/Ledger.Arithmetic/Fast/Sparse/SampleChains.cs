using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// The chains of one result feature for 1, 2, 4 or 8 vectors of samples: <c>s = fma(source, w, s)</c> over the survivors from +0, then
/// + (+0). Written out so that each vector's sum stays in a register; eight of them hide the latency of a fused multiply-add.
/// </summary>
internal static unsafe class SampleChains<T>
    where T : struct, ILanes<T>
{
    /// <summary>Vectors of the widest tile.</summary>
    public const int MaximumVectors = 8;

    /// <summary>The smallest tile that holds <paramref name="samples"/>, or the widest.</summary>
    public static int Vectors(int samples) => ((samples + T.Count - 1) / T.Count) switch
    {
        1 => 1,
        2 => 2,
        <= 4 => 4,
        _ => MaximumVectors,
    };

    /// <summary>Computes one feature's row of a tile of <paramref name="vectors"/> vectors, a value of <see cref="Vectors"/>.</summary>
    public static void Run(int vectors, Survivor* list, Survivor* end, float* weights, float* source, float* target)
    {
        switch (vectors)
        {
            case 8: Run8(list, end, weights, source, target); break;
            case 4: Run4(list, end, weights, source, target); break;
            case 2: Run2(list, end, weights, source, target); break;
            default: Run1(list, end, weights, source, target); break;
        }
    }

    private static void Run8(Survivor* list, Survivor* end, float* weights, float* source, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        T c4 = T.Zero, c5 = T.Zero, c6 = T.Zero, c7 = T.Zero;
        for (; list < end; list++)
        {
            var w = T.Broadcast(weights[list->Weight]);
            var s = source + list->Source;
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

    private static void Run4(Survivor* list, Survivor* end, float* weights, float* source, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero, c2 = T.Zero, c3 = T.Zero;
        for (; list < end; list++)
        {
            var w = T.Broadcast(weights[list->Weight]);
            var s = source + list->Source;
            c0 = T.FusedMultiplyAdd(T.Load(s), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(s + T.Count), w, c1);
            c2 = T.FusedMultiplyAdd(T.Load(s + 2 * T.Count), w, c2);
            c3 = T.FusedMultiplyAdd(T.Load(s + 3 * T.Count), w, c3);
        }

        Store4(c0, c1, c2, c3, target);
    }

    private static void Run2(Survivor* list, Survivor* end, float* weights, float* source, float* target)
    {
        T c0 = T.Zero, c1 = T.Zero;
        for (; list < end; list++)
        {
            var w = T.Broadcast(weights[list->Weight]);
            c0 = T.FusedMultiplyAdd(T.Load(source + list->Source), w, c0);
            c1 = T.FusedMultiplyAdd(T.Load(source + list->Source + T.Count), w, c1);
        }

        T.Store(T.Add(c0, T.Zero), target);
        T.Store(T.Add(c1, T.Zero), target + T.Count);
    }

    private static void Run1(Survivor* list, Survivor* end, float* weights, float* source, float* target)
    {
        var sum = T.Zero;
        for (; list < end; list++)
        {
            sum = T.FusedMultiplyAdd(T.Load(source + list->Source), T.Broadcast(weights[list->Weight]), sum);
        }

        T.Store(T.Add(sum, T.Zero), target);
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
