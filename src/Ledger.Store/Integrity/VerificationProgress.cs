namespace Ledger.Store.Integrity;

/// <summary>The share of the work done, counted in bytes: checking an event costs about as much as 300 bytes of a blob.</summary>
internal sealed class VerificationProgress(IProgress<double>? told, VerificationExtent extent)
{
    private const long EventCost = 300;
    private const long TimesTold = 200;

    private readonly long _total = Math.Max(1, (extent.Events * EventCost) + extent.BlobBytes);
    private readonly Lock _gate = new();
    private long _done;
    private long _next;

    /// <summary>Progress of work that is done a second time, which nobody is told of.</summary>
    public static VerificationProgress Untold => new(null, default);

    /// <summary>Events were checked.</summary>
    public void EventsDone(int count) => Advance(count * EventCost);

    /// <summary>One blob was checked.</summary>
    public void BlobDone(long bytes) => Advance(bytes);

    /// <summary>All was checked.</summary>
    public void Done() => told?.Report(1);

    // Told under the gate, so that shares never fall.
    private void Advance(long cost)
    {
        lock (_gate)
        {
            _done += cost;
            if (_done >= _next)
            {
                _next = _done + (_total / TimesTold);
                told?.Report(Math.Min(1, (double)_done / _total));
            }
        }
    }
}
