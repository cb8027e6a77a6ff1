namespace Ledger.Store.Integrity;

/// <summary>Checks ranges side by side and hands them out in order.</summary>
internal sealed class RangeQueue : IAsyncDisposable
{
    private readonly IEnumerator<PositionRange> _ranges;
    private readonly Func<PositionRange, CancellationToken, Task<CheckedRange>> _check;
    private readonly Queue<Task<CheckedRange>> _running = new();
    private readonly CancellationTokenSource _stop;

    /// <summary>Starts the first checks.</summary>
    public RangeQueue(IEnumerable<PositionRange> ranges, int jobs, Func<PositionRange, CancellationToken, Task<CheckedRange>> check, CancellationToken cancellation)
    {
        _ranges = ranges.GetEnumerator();
        _check = check;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        for (var i = 0; i < jobs; i++)
        {
            StartNext();
        }
    }

    /// <summary>The next range when it is checked, or null after the last; the check of another is started in its place.</summary>
    public async Task<CheckedRange?> Next()
    {
        if (!_running.TryPeek(out var first))
        {
            return null;
        }

        var range = await first.ConfigureAwait(false);
        _ = _running.Dequeue();
        StartNext();
        return range;
    }

    /// <summary>Stops what is still running and waits until it has.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await ((Task)Task.WhenAll(_running)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ranges.Dispose();
        _stop.Dispose();
    }

    private void StartNext()
    {
        if (_ranges.MoveNext())
        {
            var range = _ranges.Current;
            _running.Enqueue(Task.Run(() => _check(range, _stop.Token)));
        }
    }
}
