namespace Ledger.Store.Sqlite;

/// <summary>The share of the work done, counted in bytes: checking an event costs about as much as 300 bytes of a blob.</summary>
internal sealed class VerificationProgress(IProgress<double>? told, CancellationToken cancellation)
{
    private const long EventCost = 300;
    private const long Interval = 1 << 20;

    private long _total = 1;
    private long _done;
    private long _next = Interval;

    /// <summary>How much there is to do.</summary>
    public void Total(long events, long blobBytes) => _total = Math.Max(1, (events * EventCost) + blobBytes);

    /// <summary>One event was checked.</summary>
    public void EventDone() => Advance(EventCost);

    /// <summary>One blob was checked.</summary>
    public void BlobDone(long bytes) => Advance(bytes);

    /// <summary>All was checked.</summary>
    public void Done() => told?.Report(1);

    private void Advance(long cost)
    {
        _done += cost;
        if (_done >= _next)
        {
            cancellation.ThrowIfCancellationRequested();
            _next = _done + Interval;
            told?.Report(Math.Min(1, (double)_done / _total));
        }
    }
}
