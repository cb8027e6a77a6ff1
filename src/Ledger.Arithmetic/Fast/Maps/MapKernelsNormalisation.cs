using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast.Maps;

/// <content>Batch normalisation.</content>
internal sealed unsafe partial class MapKernels<T>
{
    /// <summary>Statistics of each sample; of the batch; then one pass over x.</summary>
    public override bool Normalise(in MapShape shape, BatchNormCoefficients coefficients, bool isRectified, ReadOnlySpan<float> x, in BatchNormState state, Span<float> y)
    {
        var (terms, count) = ((nint)shape.Samples * shape.Channels, (float)(shape.Samples * shape.Positions));
        var sums = _scratch.Take(3 * terms + shape.Channels + 2 * Slack);
        var means = sums + terms;
        var squares = means + terms;
        var total = squares + terms + Slack;
        fixed (float* source = x, mean = state.Mean)
        {
            SampleStatistics.Run<T>(team, new SampleStatistics { Shape = shape, X = source, Sums = sums, Means = means, Squares = squares });
            SampleFolds.Run<T>(team, sums, shape.Samples, shape.Channels, mean);
            for (var c = 0; c < shape.Channels; c++)
            {
                mean[c] /= count;
            }

            for (var b = 0; b < shape.Samples; b++)
            {
                var c = Join<T>(shape, means + (nint)b * shape.Channels, squares + (nint)b * shape.Channels, mean, 0);
                Join<ScalarLane>(shape, means + (nint)b * shape.Channels, squares + (nint)b * shape.Channels, mean, c);
            }
        }

        SampleFolds.Run<T>(team, squares, shape.Samples, shape.Channels, total);
        var isFinite = true;
        for (var c = 0; c < shape.Channels; c++)
        {
            isFinite &= BatchNorm.Conclude(coefficients, count, state.Mean[c], total[c], out state.Inverse[c], ref state.RunningMean[c], ref state.RunningVariance[c]);
        }

        return Pass(shape, isRectified, x, state.Mean, state.Inverse, state, y) & isFinite;
    }

    public override bool Evaluate(in MapShape shape, BatchNormCoefficients coefficients, bool isRectified, ReadOnlySpan<float> x, in BatchNormState state, Span<float> y)
    {
        var inverse = new Span<float>(_scratch.Take(shape.Channels + Slack), shape.Channels);
        for (var c = 0; c < shape.Channels; c++)
        {
            inverse[c] = BatchNorm.Inverse(state.RunningVariance[c], coefficients.Epsilon);
        }

        return Pass(shape, isRectified, x, state.RunningMean, inverse, state, y);
    }

    /// <summary>Sums of each sample; of the batch; then one pass over x and dy.</summary>
    public override bool NormaliseGradient(in MapShape shape, bool isRectified, ReadOnlySpan<float> x, ReadOnlySpan<float> dy, in BatchNormState state, Span<float> dx)
    {
        var (terms, count) = ((nint)shape.Samples * shape.Channels, (float)(shape.Samples * shape.Positions));
        var shifts = _scratch.Take(2 * terms + 3 * shape.Channels + 2 * Slack);
        var scales = shifts + terms;
        var shift = scales + terms + Slack;
        var scale = shift + shape.Channels;
        var factor = scale + shape.Channels;
        fixed (float* source = x, gradient = dy, target = dx, mean = state.Mean, inverse = state.Inverse)
        {
            fixed (float* gamma = state.Gamma, beta = state.Beta, dgamma = state.GammaGradient, dbeta = state.BetaGradient)
            {
                GradientSums.Run<T>(team, new GradientSums { Shape = shape, X = source, Dy = gradient, Mean = mean, Inverse = inverse, Gamma = gamma, Beta = beta, IsRectified = isRectified, Shifts = shifts, Scales = scales });
                SampleFolds.Run<T>(team, shifts, shape.Samples, shape.Channels, dbeta);
                SampleFolds.Run<T>(team, scales, shape.Samples, shape.Channels, dgamma);
                for (var c = 0; c < shape.Channels; c++)
                {
                    shift[c] = dbeta[c] / count;
                    scale[c] = -(dgamma[c] / count);
                    factor[c] = gamma[c] * inverse[c];
                }

                return NormalisationGradient.Run<T>(team, new NormalisationGradient { Shape = shape, X = source, Dy = gradient, Dx = target, Mean = mean, Inverse = inverse, Gamma = gamma, Beta = beta, IsRectified = isRectified, Shift = shift, Scale = scale, Factor = factor });
            }
        }
    }

    private bool Pass(in MapShape shape, bool isRectified, ReadOnlySpan<float> x, ReadOnlySpan<float> mean, ReadOnlySpan<float> inverse, in BatchNormState state, Span<float> y)
    {
        fixed (float* source = x, target = y, m = mean, i = inverse, gamma = state.Gamma, beta = state.Beta)
        {
            return Normalisation.Run<T>(team, new Normalisation { Shape = shape, X = source, Y = target, Mean = m, Inverse = i, Gamma = gamma, Beta = beta, IsRectified = isRectified });
        }
    }

    // squares = fma(P·e, e, squares), e = the sample's mean − the batch's.
    private static int Join<TLanes>(in MapShape shape, float* means, float* squares, float* mean, int channel)
        where TLanes : struct, ILanes<TLanes>
    {
        var (positions, nothing) = (TLanes.Broadcast(shape.Positions), TLanes.Broadcast(-0f));
        for (; channel + TLanes.Count <= shape.Channels; channel += TLanes.Count)
        {
            var e = TLanes.Subtract(TLanes.Load(means + channel), TLanes.Load(mean + channel));
            var weighted = TLanes.FusedMultiplyAdd(positions, e, nothing);
            TLanes.Store(TLanes.FusedMultiplyAdd(weighted, e, TLanes.Load(squares + channel)), squares + channel);
        }

        return channel;
    }
}
