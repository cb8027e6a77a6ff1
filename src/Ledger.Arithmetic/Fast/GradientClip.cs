using Ledger.Arithmetic.Fast.Ranges;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Fast;

/// <summary><see cref="Clipping"/> in vectors: the 64 lanes of the norm are those of the vectors.</summary>
/// <typeparam name="T">The lanes.</typeparam>
internal static unsafe class GradientClip<T>
    where T : struct, ILanes<T>
{
    // Read once for each four vectors of lanes, from the first cache after the first time.
    private const int ChunkSize = 2048;

    /// <summary>g = g·(greatest / ‖g‖) where ‖g‖ exceeds it; true if ‖g‖ is finite.</summary>
    public static bool Run(ThreadTeam team, Span<float> gradients, MaskBits mask, float greatest)
    {
        fixed (float* p = gradients)
        {
            fixed (byte* kept = mask.Bytes)
            {
                var norm = Norm(p, gradients.Length, new PackedMask(kept, mask.Offset, gradients.Length));
                if (norm > greatest)
                {
                    RangePass<ScaleRange>.Run<T>(team, gradients.Length, new ScaleRange(p, greatest / norm));
                }

                return float.IsFinite(norm);
            }
        }
    }

    private static float Norm(float* gradients, int count, PackedMask mask)
    {
        var lanes = stackalloc float[Clipping.Lanes];
        new Span<float>(lanes, Clipping.Lanes).Clear();
        var whole = count - count % Clipping.Lanes;
        for (var start = 0; start < whole; start += ChunkSize)
        {
            for (var lane = 0; lane < Clipping.Lanes; lane += 4 * T.Count)
            {
                AddSquares(gradients, start + lane, Math.Min(start + ChunkSize, whole), mask, lanes + lane);
            }
        }

        var span = new Span<float>(lanes, Clipping.Lanes);
        Clipping.Add(new ReadOnlySpan<float>(gradients + whole, count - whole), mask.From(whole), span);
        return MathF.Sqrt(Clipping.Fold(span));
    }

    private static void AddSquares(float* gradients, int start, int end, PackedMask mask, float* lanes)
    {
        var (sum0, sum1) = (T.Load(lanes), T.Load(lanes + T.Count));
        var (sum2, sum3) = (T.Load(lanes + 2 * T.Count), T.Load(lanes + 3 * T.Count));
        for (var i = start; i < end; i += Clipping.Lanes)
        {
            var (g0, g1) = (T.Load(gradients + i), T.Load(gradients + i + T.Count));
            var (g2, g3) = (T.Load(gradients + i + 2 * T.Count), T.Load(gradients + i + 3 * T.Count));
            if (!mask.IsAbsent)
            {
                // A square of +0 leaves a sum of squares as it is.
                (g0, g1) = (T.WhereSet(mask.At(i), g0), T.WhereSet(mask.At(i + T.Count), g1));
                (g2, g3) = (T.WhereSet(mask.At(i + 2 * T.Count), g2), T.WhereSet(mask.At(i + 3 * T.Count), g3));
            }

            (sum0, sum1) = (T.FusedMultiplyAdd(g0, g0, sum0), T.FusedMultiplyAdd(g1, g1, sum1));
            (sum2, sum3) = (T.FusedMultiplyAdd(g2, g2, sum2), T.FusedMultiplyAdd(g3, g3, sum3));
        }

        T.Store(sum0, lanes);
        T.Store(sum1, lanes + T.Count);
        T.Store(sum2, lanes + 2 * T.Count);
        T.Store(sum3, lanes + 3 * T.Count);
    }
}
