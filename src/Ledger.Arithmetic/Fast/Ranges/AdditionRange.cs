using Ledger.Arithmetic.Reference;

namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary><see cref="Additions.AddTo"/> in vectors.</summary>
internal readonly unsafe struct AdditionRange(float* source, float* target, bool rectify) : IRangeWork
{
    private readonly float* _source = source, _target = target;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        var source = _source + start;
        var target = _target + start;
        var whole = count - count % T.Count;
        var check = T.Zero;
        for (var i = 0; i < whole; i += T.Count)
        {
            var sum = T.Add(T.Load(target + i), T.Load(source + i));
            check = T.Add(check, T.Subtract(sum, sum));
            T.Store(rectify ? T.WherePositive(sum, sum) : sum, target + i);
        }

        // Before the call, across which no vector stays in its register.
        var isFinite = T.IsZero(check);
        return isFinite & Additions.AddTo(new ReadOnlySpan<float>(source + whole, count - whole), new Span<float>(target + whole, count - whole), rectify);
    }
}
