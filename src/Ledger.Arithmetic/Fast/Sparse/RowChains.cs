using System.Runtime.CompilerServices;

namespace Ledger.Arithmetic.Fast.Sparse;

/// <summary>
/// Sums over a block's samples, a lane per survivor: <c>s = fma(x, dy, s)</c> from +0, + (+0), then earlier blocks' sums merged from the
/// youngest. Two vectors at a time, so that one's fused multiply-add hides the other's latency.
/// </summary>
internal static unsafe class RowChains<T>
    where T : struct, ILanes<T>
{
    /// <summary>
    /// The sums of <paramref name="count"/> lanes of <paramref name="terms"/>[sample][16] into <paramref name="sums"/>, behind which stand
    /// the <paramref name="merges"/> that are merged, the oldest first of all.
    /// </summary>
    public static void Run(int count, int depth, float* terms, float* dy, float* sums, int merges)
    {
        var lane = 0;
        for (; lane + 2 * T.Count <= count; lane += 2 * T.Count)
        {
            T c0 = T.Zero, c1 = T.Zero;
            var x = terms + lane;
            for (var b = 0; b < depth; b++)
            {
                var v = T.Broadcast(dy[b]);
                c0 = T.FusedMultiplyAdd(T.Load(x), v, c0);
                c1 = T.FusedMultiplyAdd(T.Load(x + T.Count), v, c1);
                x += RowGroup.Lanes;
            }

            Finish(c0, sums + lane, merges);
            Finish(c1, sums + lane + T.Count, merges);
        }

        for (; lane < count; lane += T.Count)
        {
            var sum = T.Zero;
            for (var b = 0; b < depth; b++)
            {
                sum = T.FusedMultiplyAdd(T.Load(terms + b * RowGroup.Lanes + lane), T.Broadcast(dy[b]), sum);
            }

            Finish(sum, sums + lane, merges);
        }
    }

    // Inlined: a vector that is an argument elsewhere would live in memory throughout the loop.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Finish(T sum, float* sums, int merges)
    {
        // The last addition of the chain: turns the −0 of an underflow into +0.
        sum = T.Add(sum, T.Zero);
        for (var merge = merges - 1; merge >= 0; merge--)
        {
            sum = T.Add(T.Load(sums + merge * RowGroup.Lanes), sum);
        }

        T.Store(sum, sums);
    }
}
