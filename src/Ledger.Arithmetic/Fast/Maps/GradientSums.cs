using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>
/// Per sample and channel of a batch normalisation: Σ dy and the chain fma(dy, h, ·) over positions. Behind a fused ReLU, dy counts where
/// the normalised value, computed again, is positive: that costs less than reading it.
/// </summary>
internal unsafe struct GradientSums
{
    public MapShape Shape;
    public float* X, Dy;

    /// <summary>One element a channel.</summary>
    public float* Mean, Inverse, Gamma, Beta;
    public bool IsRectified;

    /// <summary>[sample, channel] each.</summary>
    public float* Shifts, Scales;

    /// <summary>Threads share the samples.</summary>
    public static void Run<T>(ThreadTeam team, GradientSums sums)
        where T : struct, ILanes<T> =>
        team.Run(&RunPart<T>, &sums);

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var sums = (GradientSums*)argument;
        var samples = (long)sums->Shape.Samples;
        for (var sample = (int)(samples * part / parts); sample < samples * (part + 1) / parts; sample++)
        {
            var c = sums->Channels<TwinLanes<T>>(sample, 0);
            c = sums->Channels<T>(sample, c);
            sums->Channels<ScalarLane>(sample, c);
        }
    }

    private readonly int Channels<T>(int sample, int channel)
        where T : struct, ILanes<T>
    {
        var nothing = T.Broadcast(-0f);
        for (; channel + T.Count <= Shape.Channels; channel += T.Count)
        {
            var (shift, scale) = (T.Zero, T.Zero);
            var (mean, inverse, gamma, beta) = (T.Load(Mean + channel), T.Load(Inverse + channel), T.Load(Gamma + channel), T.Load(Beta + channel));
            var start = (nint)sample * Shape.SampleSize + channel;
            for (var n = start; n < start + Shape.SampleSize; n += Shape.Channels)
            {
                var h = T.FusedMultiplyAdd(T.Subtract(T.Load(X + n), mean), inverse, nothing);
                var dy = T.Load(Dy + n);
                dy = IsRectified ? T.WherePositive(T.FusedMultiplyAdd(h, gamma, beta), dy) : dy;
                shift = T.Add(shift, dy);
                scale = T.FusedMultiplyAdd(dy, h, scale);
            }

            T.Store(shift, Shifts + (nint)sample * Shape.Channels + channel);
            T.Store(scale, Scales + (nint)sample * Shape.Channels + channel);
        }

        return channel;
    }
}
