using System.Runtime.CompilerServices;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Claims.Subjects;

/// <summary>A ledger's events, each compared with its hash and the hash before it as it is read; remembers where streams begin.</summary>
internal sealed class CheckedEvents(ILedgerStore store) : IEventStore
{
    private readonly Dictionary<StreamName, long> _beginnings = [];

    /// <summary>The ledger itself.</summary>
    public ILedgerStore Store => store;

    /// <summary>The position of a stream's first event, if it was read.</summary>
    public long? BeginningOf(StreamName stream) => _beginnings.TryGetValue(stream, out var position) ? position : null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (version, previous) = (fromVersion, await HashBefore(stream, fromVersion, cancellation));
        await foreach (var stored in store.ReadStream(stream, fromVersion, cancellation))
        {
            yield return Checked(stored, version++, previous);
            previous = stored.Hash;
        }
    }

    /// <inheritdoc/>
    public async Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default) =>
        await store.ReadEvent(stream, version, cancellation) is { } stored ? Checked(stored, version, await HashBefore(stream, version, cancellation)) : null;

    /// <inheritdoc/>
    public Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default) => store.VersionOf(stream, cancellation);

    /// <inheritdoc/>
    public Task<long> LastPosition(CancellationToken cancellation = default) => store.LastPosition(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default) => store.StreamsStartingWith(beginning, cancellation);

    /// <inheritdoc/>
    public Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default) =>
        throw new NotSupportedException("an audit's evidence is only read");

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException("an audit reads streams, whose chains can be checked");

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, CancellationToken cancellation) =>
        throw new NotSupportedException("an audit speaks of what is there");

    private async Task<Digest> HashBefore(StreamName stream, long version, CancellationToken cancellation) =>
        version > 1 && await store.ReadEvent(stream, version - 1, cancellation) is { } before ? before.Hash : default;

    private StoredEvent Checked(StoredEvent stored, long version, Digest previous)
    {
        if (stored.Version != version || EventHash.Compute(previous, stored.Stream, version, stored.Alias, stored.Body.Span) != stored.Hash)
        {
            throw new CorruptLedgerException($"{stored.Stream}, version {version} (position {stored.Position}, {stored.Alias}) does not have its hash: it was altered after it was written; `ledger verify` lists all that was");
        }

        if (version == 1)
        {
            _beginnings[stored.Stream] = stored.Position;
        }

        return stored;
    }
}
