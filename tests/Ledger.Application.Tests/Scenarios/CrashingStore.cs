using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>A store that stops working after so many writes, as if the process had died there.</summary>
internal sealed class CrashingStore(ILedgerStore store, int writes) : ILedgerStore
{
    private int _left = writes;

    public bool HasCrashed { get; private set; }

    public string Location => store.Location;

    public IReadModelStore Models => store.Models;

    public Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default)
    {
        Write();
        return store.Append(stream, expectedVersion, events, cancellation);
    }

    public Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        Write();
        return store.Put(kind, content, cancellation);
    }

    public Task Note(StreamName trajectory, int step, Digest state, CancellationToken cancellation = default)
    {
        Write();
        return store.Note(trajectory, step, state, cancellation);
    }

    public Task Forget(StreamName trajectory, int step, CancellationToken cancellation = default)
    {
        Write();
        return store.Forget(trajectory, step, cancellation);
    }

    public Task<long> Remove(IReadOnlyCollection<Digest> digests, CancellationToken cancellation = default)
    {
        Write();
        return store.Remove(digests, cancellation);
    }

    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, CancellationToken cancellation = default) => store.ReadStream(stream, fromVersion, cancellation);

    public Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default) => store.ReadEvent(stream, version, cancellation);

    public Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default) => store.VersionOf(stream, cancellation);

    public IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default) => store.ReadAll(afterPosition, exceptAlias, cancellation);

    public Task<long> LastPosition(CancellationToken cancellation = default) => store.LastPosition(cancellation);

    public IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, CancellationToken cancellation) => store.Subscribe(afterPosition, cancellation);

    public IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default) => store.StreamsStartingWith(beginning, cancellation);

    public Task Put(BlobKind kind, Digest digest, Stream content, CancellationToken cancellation = default)
    {
        Write();
        return store.Put(kind, digest, content, cancellation);
    }

    public Task<Stream?> OpenBlob(Digest digest, CancellationToken cancellation = default) => store.OpenBlob(digest, cancellation);

    public Task<byte[]?> Get(Digest digest, CancellationToken cancellation = default) => store.Get(digest, cancellation);

    public Task<byte[]?> GetUnchecked(Digest digest, CancellationToken cancellation = default) => store.GetUnchecked(digest, cancellation);

    public Task<bool> Has(Digest digest, CancellationToken cancellation = default) => store.Has(digest, cancellation);

    public IAsyncEnumerable<BlobEntry> ListBlobs(CancellationToken cancellation = default) => store.ListBlobs(cancellation);

    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation = default) => store.Nearest(trajectory, step, cancellation);

    public IAsyncEnumerable<CachedState> ListStates(CancellationToken cancellation = default) => store.ListStates(cancellation);

    public Task Offer(StreamName work, string label, CancellationToken cancellation = default) => store.Offer(work, label, cancellation);

    public Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration, CancellationToken cancellation = default) => store.Take(work, label, holder, duration, cancellation);

    public Task<bool> Renew(StreamName work, string holder, TimeSpan duration, CancellationToken cancellation = default) => store.Renew(work, holder, duration, cancellation);

    public Task Release(StreamName work, string holder, CancellationToken cancellation = default) => store.Release(work, holder, cancellation);

    public Task Forget(StreamName work, CancellationToken cancellation = default) => store.Forget(work, cancellation);

    public Task<IReadOnlyList<Lease>> ListLeases(CancellationToken cancellation = default) => store.ListLeases(cancellation);

    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default) => store.ReadTile(level, index, width, cancellation);

    public Task Compact(CancellationToken cancellation = default) => store.Compact(cancellation);

    public Task<StoreSizes> Measure(CancellationToken cancellation = default) => store.Measure(cancellation);

    public IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, int? jobs = null, CancellationToken cancellation = default) => store.Verify(progress, jobs, cancellation);

    public void Dispose()
    {
    }

    private void Write()
    {
        if (_left-- <= 0)
        {
            HasCrashed = true;
            throw new StoreWriteException("crashed here");
        }
    }
}
