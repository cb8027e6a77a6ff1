using Ledger.Events.Streams;

namespace Ledger.Store.Contract;

/// <summary>Append-only streams of events; every store passes the same test suite.</summary>
public interface IEventStore
{
    /// <summary>
    /// Appends to a stream after <paramref name="expectedVersion"/> in one transaction. If the first events are already there
    /// with equal hashes the rest is appended: one rule for retry, resume and two workers.
    /// </summary>
    /// <param name="stream">The stream; it begins with its first event.</param>
    /// <param name="expectedVersion">Version of the event that the first one follows, 0 for a new stream.</param>
    /// <param name="events">In order, at least one.</param>
    /// <param name="cancellation">Stops before the transaction commits; then nothing was appended.</param>
    Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default);

    /// <summary>The events of a stream from a version on, in order; none if there is no such stream.</summary>
    IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, CancellationToken cancellation = default);

    /// <summary>One event of a stream, or null.</summary>
    Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default);

    /// <summary>The version of a stream's last event, 0 if there is no such stream.</summary>
    Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default);

    /// <summary>All events in the order of commits, after <paramref name="afterPosition"/>.</summary>
    /// <param name="afterPosition">0 for all.</param>
    /// <param name="exceptAlias">Leaves out one alias, so that a projection may skip the many steps; null for all.</param>
    /// <param name="cancellation">Stops reading.</param>
    IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default);

    /// <summary>The position of the last event, 0 if there is none.</summary>
    Task<long> LastPosition(CancellationToken cancellation = default);

    /// <summary>All events after a position, those there are and those to come, until cancelled: each once, in order.</summary>
    IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, CancellationToken cancellation);

    /// <summary>The names of streams that begin with <paramref name="beginning"/>, in ordinal order.</summary>
    IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default);
}
