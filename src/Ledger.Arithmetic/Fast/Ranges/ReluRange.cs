using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary><see cref="Rectifier.Forward"/> in vectors.</summary>
internal readonly unsafe struct ReluRange(float* y) : IRangeWork
{
    private readonly float* _y = y;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var y = _y + start;
        var whole = count - count % T.Count;
        for (var i = 0; i < whole; i += T.Count)
        {
            var value = T.Load(y + i);
            T.Store(T.WherePositive(value, value), y + i);
        }

        Rectifier.Forward(new Span<float>(y + whole, count - whole));
        return true;
    }
}
