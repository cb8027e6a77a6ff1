using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary><see cref="Rectifier.Backward"/> in vectors.</summary>
internal readonly unsafe struct ReluGradientRange(float* y, float* dy) : IRangeWork
{
    private readonly float* _y = y, _dy = dy;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var y = _y + start;
        var dy = _dy + start;
        var whole = count - count % T.Count;
        var check = T.Zero;
        for (var i = 0; i < whole; i += T.Count)
        {
            var value = T.WherePositive(T.Load(y + i), T.Load(dy + i));
            check = T.Add(check, T.Subtract(value, value));
            T.Store(value, dy + i);
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return isFinite & Rectifier.Backward(new ReadOnlySpan<float>(y + whole, count - whole), new Span<float>(dy + whole, count - whole));
    }
}
