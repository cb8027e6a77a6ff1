using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary>
/// <see cref="Bias.Add"/> in vectors that run on across rows: the bias repeats behind its end, so that a vector may start at any of its elements.
/// </summary>
internal readonly unsafe struct BiasRange(float* y, float* bias, int width) : IRangeWork
{
    private readonly float* _y = y, _bias = bias;

    /// <summary>Elements that <paramref name="width"/> biases have with the repeated ones.</summary>
    public static int Length<T>(int width)
        where T : struct, ILanes<T> => width % T.Count == 0 ? width : width + T.Count - 1;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var y = _y + start;
        var bias = _bias;
        var wide = width;
        var (place, step) = (start % wide, T.Count % wide);
        var whole = count - count % T.Count;
        var check = T.Zero;
        for (var i = 0; i < whole; i += T.Count)
        {
            var sum = T.Add(T.Load(y + i), T.Load(bias + place));
            check = T.Add(check, T.Subtract(sum, sum));
            T.Store(sum, y + i);
            place += step;
            place -= place >= wide ? wide : 0;
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return whole == count ? isFinite : isFinite & Bias.Add(new Span<float>(y + whole, count - whole), new ReadOnlySpan<float>(bias + place, count - whole));
    }
}
