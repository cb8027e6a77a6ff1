using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>dx = k·fma(−h, g, dy − a), dy gated as in <see cref="GradientSums"/>, threads sharing the positions.</summary>
internal unsafe struct NormalisationGradient
{
    public MapShape Shape;
    public float* X, Dy, Dx;

    /// <summary>One element a channel.</summary>
    public float* Mean, Inverse, Gamma, Beta;

    /// <summary>a, −g, k: one element a channel.</summary>
    public float* Shift, Scale, Factor;
    public bool IsRectified;
    private int _diverged;

    /// <summary>True if every dx is finite.</summary>
    public static bool Run<T>(ThreadTeam team, NormalisationGradient gradient)
        where T : struct, ILanes<T>
    {
        team.Run(&RunPart<T>, &gradient);
        return gradient._diverged == 0;
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var gradient = (NormalisationGradient*)argument;
        var positions = (long)gradient->Shape.Samples * gradient->Shape.Positions;
        var (first, end) = (positions * part / parts, positions * (part + 1) / parts);
        var whole = gradient->Shape.Channels - gradient->Shape.Channels % T.Count;
        var isFinite = gradient->Rows<T>(first, end, 0, whole);
        isFinite &= gradient->Rows<ScalarLane>(first, end, whole, gradient->Shape.Channels);
        if (!isFinite)
        {
            Interlocked.Exchange(ref gradient->_diverged, 1);
        }
    }

    private readonly bool Rows<T>(long first, long end, int channel, int channels)
        where T : struct, ILanes<T>
    {
        var (check, nothing) = (T.Zero, T.Broadcast(-0f));
        for (var position = first; position < end && channel < channels; position++)
        {
            var row = (nint)position * Shape.Channels;
            for (var c = channel; c < channels; c += T.Count)
            {
                var h = T.FusedMultiplyAdd(T.Subtract(T.Load(X + row + c), T.Load(Mean + c)), T.Load(Inverse + c), nothing);
                var dy = T.Load(Dy + row + c);
                dy = IsRectified ? T.WherePositive(T.FusedMultiplyAdd(h, T.Load(Gamma + c), T.Load(Beta + c)), dy) : dy;
                var rest = T.FusedMultiplyAdd(h, T.Load(Scale + c), T.Subtract(dy, T.Load(Shift + c)));
                var v = T.FusedMultiplyAdd(T.Load(Factor + c), rest, nothing);
                check = T.Add(check, T.Subtract(v, v));
                T.Store(v, Dx + row + c);
            }
        }

        return T.IsZero(check);
    }
}
