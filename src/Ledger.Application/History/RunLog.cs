using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.History;

/// <summary>
/// A run's stream while its method works: equal events that are there already are confirmed, further ones appended. If the run once
/// went another way (from a history that was refuted since), the new way is recorded as a further attempt beside it.
/// </summary>
public sealed class RunLog(IEventStore store, Digest run)
{
    private readonly List<NewEvent> _events = [];
    private int _attempt = 1;

    /// <summary>Adds what the run did next.</summary>
    public async Task Append(ILedgerEvent recorded, CancellationToken cancellation = default)
    {
        var ready = EventCatalogue.ToNew(recorded);
        var result = await store.Append(StreamNames.Run(run, _attempt), _events.Count, [ready], cancellation);
        _events.Add(ready);
        while (result is AppendResult.Conflict)
        {
            _attempt++;
            result = await store.Append(StreamNames.Run(run, _attempt), 0, _events, cancellation);
        }
    }

    /// <summary>True if a run has completed or diverged: nothing is left to do.</summary>
    public static async Task<bool> IsFinished(IEventStore store, Digest run, CancellationToken cancellation = default) =>
        await Latest(store, run, cancellation) is { } stream
        && await store.ReadEvent(stream, await store.VersionOf(stream, cancellation), cancellation) is { } last
        && EventCatalogue.Read(last) is RunCompleted or RunDiverged;

    /// <summary>The latest attempt of a run, or null if the ledger does not have it.</summary>
    public static async Task<StreamName?> Latest(IEventStore store, Digest run, CancellationToken cancellation = default)
    {
        StreamName? latest = null;
        for (var attempt = 1; await store.VersionOf(StreamNames.Run(run, attempt), cancellation) > 0; attempt++)
        {
            latest = StreamNames.Run(run, attempt);
        }

        return latest;
    }
}
