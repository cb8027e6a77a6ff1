using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Reference;

/// <summary>
/// Batch normalisation of maps, per channel; every operation rounds to binary32. P = positions, N = samples · P, B32 = the sum over samples
/// in blocks of 32. Ioffe and Szegedy, "Batch Normalization", 2015, algorithm 1; the variance from the samples' own (Chan, Golub, LeVeque, 1979).
/// </summary>
internal static class BatchNorm
{
    /// <summary>
    /// s = Σ x over positions from +0; m = s / P; q = chain of fma(d, d, q), d = x − m, from +0; mean = B32(s) / N; e = m − mean;
    /// M = B32(fma(P·e, e, q)); variance = M / N; inverse = 1 / sqrt(variance + ε). Running statistics become fma(momentum, v − r, r) with
    /// v = mean, and v = M / max(N − 1, 1). True if what is kept is finite.
    /// </summary>
    public static bool Statistics(MapShape shape, BatchNormCoefficients coefficients, ReadOnlySpan<float> x, Span<float> mean, Span<float> inverse, Span<float> runningMean, Span<float> runningVariance)
    {
        var isFinite = true;
        var count = (float)(shape.Samples * shape.Positions);
        for (var c = 0; c < shape.Channels; c++)
        {
            mean[c] = MapMean(shape, x, c, count);
            var squares = Squares(shape, x, c, mean[c]);
            isFinite &= Conclude(coefficients, count, mean[c], squares, out inverse[c], ref runningMean[c], ref runningVariance[c]);
        }

        return isFinite;
    }

    /// <summary>From a channel's mean and sum of squares: its inverse, and the running statistics.</summary>
    public static bool Conclude(BatchNormCoefficients coefficients, float count, float mean, float squares, out float inverse, ref float runningMean, ref float runningVariance)
    {
        inverse = Inverse(squares / count, coefficients.Epsilon);
        runningMean = ExactFma.Of(coefficients.Momentum, mean - runningMean, runningMean);
        runningVariance = ExactFma.Of(coefficients.Momentum, squares / Math.Max(count - 1f, 1f) - runningVariance, runningVariance);
        return float.IsFinite(runningMean) && float.IsFinite(runningVariance) && float.IsFinite(inverse);
    }

    /// <summary>1 / sqrt(variance + ε), each operation rounded.</summary>
    public static float Inverse(float variance, float epsilon) => 1f / MathF.Sqrt(variance + epsilon);

    /// <summary>y = fma((x − mean)·inverse, γ, β); true if every y is finite.</summary>
    public static bool Normalise(MapShape shape, ReadOnlySpan<float> x, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverse, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, Span<float> y)
    {
        var isFinite = true;
        for (var n = 0; n < shape.Size; n++)
        {
            var c = n % shape.Channels;
            y[n] = ExactFma.Of((x[n] - mean[c]) * inverse[c], gamma[c], beta[c]);
            isFinite &= float.IsFinite(y[n]);
        }

        return isFinite;
    }

    /// <summary><see cref="Normalise"/> by the running statistics.</summary>
    public static bool Evaluate(MapShape shape, BatchNormCoefficients coefficients, ReadOnlySpan<float> x, ReadOnlySpan<float> runningMean, ReadOnlySpan<float> runningVariance, ReadOnlySpan<float> gamma, ReadOnlySpan<float> beta, Span<float> y)
    {
        var inverse = new float[shape.Channels];
        for (var c = 0; c < shape.Channels; c++)
        {
            inverse[c] = Inverse(runningVariance[c], coefficients.Epsilon);
        }

        return Normalise(shape, x, runningMean, inverse, gamma, beta, y);
    }

    private static float MapMean(MapShape shape, ReadOnlySpan<float> x, int c, float count)
    {
        var fold = new SampleFold(stackalloc float[PairwiseBlocks.MaximumDepth]);
        for (var b = 0; b < shape.Samples; b++)
        {
            fold.Add(MapBias.PositionSum(shape, x[(b * shape.SampleSize)..], c));
        }

        return fold.Total() / count;
    }

    private static float Squares(MapShape shape, ReadOnlySpan<float> x, int c, float mean)
    {
        var fold = new SampleFold(stackalloc float[PairwiseBlocks.MaximumDepth]);
        for (var b = 0; b < shape.Samples; b++)
        {
            var sample = x.Slice(b * shape.SampleSize, shape.SampleSize);
            var sampleMean = MapBias.PositionSum(shape, sample, c) / shape.Positions;
            var squares = 0f;
            for (var p = 0; p < shape.Positions; p++)
            {
                var d = sample[p * shape.Channels + c] - sampleMean;
                squares = ExactFma.Of(d, d, squares);
            }

            var e = sampleMean - mean;
            fold.Add(ExactFma.Of(shape.Positions * e, e, squares));
        }

        return fold.Total();
    }
}
