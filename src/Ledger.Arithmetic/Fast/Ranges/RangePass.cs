namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary>Work over all elements, by one thread or shared among the team.</summary>
internal unsafe struct RangePass<TWork>
    where TWork : unmanaged, IRangeWork
{
    /// <summary>What a thread's share begins at a multiple of.</summary>
    public const int Grain = 1024;

    private TWork _work;
    private int _length;
    private int _diverged;

    /// <summary>Works on elements 0 … <paramref name="length"/> − 1; true if every part is finite.</summary>
    public static bool Run<T>(ThreadTeam team, int length, TWork work)
        where T : struct, ILanes<T>
    {
        if (team.Size == 1 || length < TWork.SharedFrom)
        {
            return work.Run<T>(0, length);
        }

        var pass = new RangePass<TWork> { _work = work, _length = length };
        team.Run(&RunPart<T>, &pass);
        return pass._diverged == 0;
    }

    private static void RunPart<T>(void* argument, int part, int parts)
        where T : struct, ILanes<T>
    {
        var pass = (RangePass<TWork>*)argument;
        var grains = (pass->_length + Grain - 1L) / Grain;
        var start = (int)(grains * part / parts) * Grain;
        var end = (int)Math.Min(grains * (part + 1) / parts * Grain, pass->_length);
        if (start < end && !pass->_work.Run<T>(start, end - start))
        {
            Interlocked.Exchange(ref pass->_diverged, 1);
        }
    }
}
