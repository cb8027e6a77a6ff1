using Ledger.Arithmetic.Operations;

namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>y = fma((x − mean)·inverse, γ, β), then ReLU if wanted, threads sharing the positions.</summary>
internal unsafe struct Normalisation
{
    public MapShape Shape;
    public float* X, Y;

    /// <summary>One element a channel.</summary>
    public float* Mean, Inverse, Gamma, Beta;
    public bool IsRectified;
    private int _diverged;

    /// <summary>True if every y was finite before ReLU.</summary>
    public static bool Run<T>(ThreadTeam team, Normalisation normalisation)
        where T : struct, ILanes<T>
    {
        team.Run(&RunPart<T>, &normalisation);
        return normalisation._diverged == 0;
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var normalisation = (Normalisation*)argument;
        var positions = (long)normalisation->Shape.Samples * normalisation->Shape.Positions;
        var (first, end) = (positions * part / parts, positions * (part + 1) / parts);
        var whole = normalisation->Shape.Channels - normalisation->Shape.Channels % T.Count;
        var isFinite = normalisation->Rows<T>(first, end, 0, whole);
        isFinite &= normalisation->Rows<ScalarLane>(first, end, whole, normalisation->Shape.Channels);
        if (!isFinite)
        {
            Interlocked.Exchange(ref normalisation->_diverged, 1);
        }
    }

    private readonly bool Rows<T>(long first, long end, int channel, int channels)
        where T : struct, ILanes<T>
    {
        // Adding −0 leaves a product as it is.
        var (check, nothing) = (T.Zero, T.Broadcast(-0f));
        for (var position = first; position < end && channel < channels; position++)
        {
            var row = (nint)position * Shape.Channels;
            for (var c = channel; c < channels; c += T.Count)
            {
                var h = T.FusedMultiplyAdd(T.Subtract(T.Load(X + row + c), T.Load(Mean + c)), T.Load(Inverse + c), nothing);
                var v = T.FusedMultiplyAdd(h, T.Load(Gamma + c), T.Load(Beta + c));
                check = T.Add(check, T.Subtract(v, v));
                T.Store(IsRectified ? T.WherePositive(v, v) : v, Y + row + c);
            }
        }

        return T.IsZero(check);
    }
}
