namespace Ledger.Arithmetic.Fast.Convolutions;

/// <summary>The positions of one axis of a convolution's result, sorted into runs that a kernel covers alike.</summary>
internal sealed class TapAxis
{
    private TapRun[] _runs = [];
    private int _count;

    /// <summary>The runs; between them every position stands once.</summary>
    public ReadOnlySpan<TapRun> Runs => _runs.AsSpan(0, _count);

    /// <summary>From one position of a run to the next, in the result and in the source.</summary>
    public int TargetStep { get; private set; }

    /// <inheritdoc cref="TargetStep"/>
    public int SourceStep { get; private set; }

    /// <summary>From one tap of a chain to the next, in the kernel and in the source.</summary>
    public int TapStep { get; private set; }

    /// <inheritdoc cref="TapStep"/>
    public int TapSourceStep { get; private set; }

    /// <summary>Positions of y, which see x[position·stride + tap − padding].</summary>
    public void Forward(int positions, int source, int kernel, int stride, int padding)
    {
        Start(positions, targetStep: 1, sourceStep: stride, tapStep: 1, tapSourceStep: 1);
        for (var position = 0; position < positions; position++)
        {
            var start = position * stride - padding;
            var tap = Math.Max(0, -start);
            Append(position, tap, Math.Min(kernel, source - start) - tap, start + tap);
        }
    }

    /// <summary>Positions of dx, which see dy[(position + padding − tap) / stride] wherever the division leaves nothing.</summary>
    public void Backward(int positions, int source, int kernel, int stride, int padding)
    {
        Start(positions, targetStep: stride, sourceStep: 1, tapStep: stride, tapSourceStep: -1);
        for (var n = 0; n < stride; n++)
        {
            for (var position = n; position < positions; position += stride)
            {
                var reach = position + padding;
                var least = Math.Max(0, reach - stride * (source - 1));
                var tap = least + (reach - least) % stride;
                Append(position, tap, (Math.Min(kernel - 1, reach) - tap + stride) / stride, (reach - tap) / stride);
            }
        }
    }

    private void Start(int positions, int targetStep, int sourceStep, int tapStep, int tapSourceStep)
    {
        if (_runs.Length < positions)
        {
            _runs = new TapRun[positions];
        }

        (_count, TargetStep, SourceStep, TapStep, TapSourceStep) = (0, targetStep, sourceStep, tapStep, tapSourceStep);
    }

    private void Append(int position, int tap, int taps, int source)
    {
        (tap, taps, source) = taps > 0 ? (tap, taps, source) : (0, 0, 0);
        if (_count > 0)
        {
            ref var last = ref _runs[_count - 1];
            var isNext = position == last.Target + last.Count * TargetStep && (taps == 0 || source == last.Source + last.Count * SourceStep);
            if (isNext && (tap, taps) == (last.Tap, last.Taps))
            {
                last = last with { Count = last.Count + 1 };
                return;
            }
        }

        _runs[_count++] = new TapRun(position, 1, tap, taps, source);
    }
}
