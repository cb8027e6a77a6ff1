namespace Ledger.Arithmetic.Fast.Maps;

/// <summary>y = main + shortcut, then ReLU if wanted, threads sharing the elements.</summary>
internal unsafe struct Addition
{
    public float* Main, Shortcut, Y;
    public int Length;
    public bool IsRectified;
    private int _diverged;

    /// <summary>True if every sum is finite.</summary>
    public static bool Run<T>(ThreadTeam team, Addition addition)
        where T : struct, ILanes<T>
    {
        team.Run(&RunPart<T>, &addition);
        return addition._diverged == 0;
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var addition = (Addition*)argument;
        var vectors = (long)addition->Length / T.Count;
        var isFinite = addition->Range<T>(vectors * part / parts * T.Count, vectors * (part + 1) / parts * T.Count);
        if (part == parts - 1)
        {
            isFinite &= addition->Range<ScalarLane>(vectors * T.Count, addition->Length);
        }

        if (!isFinite)
        {
            Interlocked.Exchange(ref addition->_diverged, 1);
        }
    }

    private readonly bool Range<T>(long first, long end)
        where T : struct, ILanes<T>
    {
        var check = T.Zero;
        for (var n = first; n < end; n += T.Count)
        {
            var v = T.Add(T.Load(Main + n), T.Load(Shortcut + n));
            check = T.Add(check, T.Subtract(v, v));
            T.Store(IsRectified ? T.WherePositive(v, v) : v, Y + n);
        }

        return T.IsZero(check);
    }
}
