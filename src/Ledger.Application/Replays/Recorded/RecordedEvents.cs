using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Replays.Recorded;

/// <summary>Reads a stream with each event's hash checked against the one before it.</summary>
public static class RecordedEvents
{
    /// <summary>Events from a version on; the hash before the first one read is taken as stored.</summary>
    public static async IAsyncEnumerable<CheckedEvent> ReadChecked(
        this IEventStore store, StreamName stream, long fromVersion = 1, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var previous = fromVersion > 1 ? (await store.ReadEvent(stream, fromVersion - 1, cancellation))?.Hash ?? default : default;
        await foreach (var stored in store.ReadStream(stream, fromVersion, cancellation))
        {
            yield return new CheckedEvent(stored, EventHash.Compute(previous, stored.Stream, stored.Version, stored.Alias, stored.Body.Span) == stored.Hash);
            previous = stored.Hash;
        }
    }

    /// <summary>The first event of a stream, checked, or null.</summary>
    public static async Task<CheckedEvent?> FirstChecked(this IEventStore store, StreamName stream, CancellationToken cancellation = default)
    {
        await foreach (var first in store.ReadChecked(stream, 1, cancellation))
        {
            return first;
        }

        return null;
    }
}
