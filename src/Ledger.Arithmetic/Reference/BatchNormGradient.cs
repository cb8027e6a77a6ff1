using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>The gradients of <see cref="BatchNorm"/> in training, per channel; h = (x − mean)·inverse, every operation rounds to binary32.</summary>
internal static class BatchNormGradient
{
    /// <summary>
    /// dβ = B32 of per-sample plain sums of dy over positions; dγ = B32 of per-sample chains fma(dy, h, ·) over positions from +0;
    /// a = dβ / N; g = dγ / N; dx = (γ·inverse)·fma(−h, g, dy − a). True if every dx is finite.
    /// </summary>
    public static bool Run(MapShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverse, ReadOnlySpan<float> gamma, Span<float> dgamma, Span<float> dbeta, Span<float> dx)
    {
        MapBias.Gradient(shape, dy, dbeta);
        for (var c = 0; c < shape.Channels; c++)
        {
            dgamma[c] = Scale(shape, x, dy, mean[c], inverse[c], c);
        }

        var isFinite = true;
        var count = (float)(shape.Samples * shape.Positions);
        for (var n = 0; n < shape.Size; n++)
        {
            var c = n % shape.Channels;
            var h = (x[n] - mean[c]) * inverse[c];
            dx[n] = gamma[c] * inverse[c] * ExactFma.Of(-h, dgamma[c] / count, dy[n] - dbeta[c] / count);
            isFinite &= float.IsFinite(dx[n]);
        }

        return isFinite;
    }

    /// <summary>dy = fma(h, γ, β) &gt; 0 ? dy : +0: the gradient through a ReLU that follows.</summary>
    public static void Gate(MapShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverse, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, Span<float> dy)
    {
        for (var n = 0; n < shape.Size; n++)
        {
            var c = n % shape.Channels;
            dy[n] = ExactFma.Of((x[n] - mean[c]) * inverse[c], gamma[c], beta[c]) > 0f ? dy[n] : 0f;
        }
    }

    private static float Scale(MapShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, float mean, float inverse, int c)
    {
        var fold = new SampleFold(stackalloc float[PairwiseBlocks.MaximumDepth]);
        for (var b = 0; b < shape.Samples; b++)
        {
            var chain = 0f;
            for (var p = 0; p < shape.Positions; p++)
            {
                var n = (b * shape.Positions + p) * shape.Channels + c;
                chain = ExactFma.Of(dy[n], (x[n] - mean) * inverse, chain);
            }

            fold.Add(chain);
        }

        return fold.Total();
    }
}
