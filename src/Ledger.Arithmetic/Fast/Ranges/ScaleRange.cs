namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary>y = y·scale.</summary>
internal readonly unsafe struct ScaleRange(float* y, float scale) : IRangeWork
{
    private readonly float* _y = y;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var y = _y + start;
        var factor = T.Broadcast(scale);
        var whole = count - count % T.Count;
        for (var i = 0; i < whole; i += T.Count)
        {
            T.Store(T.Multiply(T.Load(y + i), factor), y + i);
        }

        for (var i = whole; i < count; i++)
        {
            y[i] *= scale;
        }

        return true;
    }
}
