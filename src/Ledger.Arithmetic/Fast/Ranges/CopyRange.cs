namespace Ledger.Arithmetic.Fast.Ranges;

/// <summary>target = source.</summary>
internal readonly unsafe struct CopyRange(float* source, float* target) : IRangeWork
{
    private readonly float* _source = source, _target = target;

    public bool Run<T>(int start, int count)
        where T : struct, ILanes<T>
    {
        new ReadOnlySpan<float>(_source + start, count).CopyTo(new Span<float>(_target + start, count));
        return true;
    }
}
