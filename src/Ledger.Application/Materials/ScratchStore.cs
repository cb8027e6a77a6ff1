using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Materials;

/// <summary>A ledger that is only read: blobs that are put lie in a folder of their own, which goes with it; events, notes and leases stay as they are.</summary>
public sealed class ScratchStore(ILedgerStore ledger) : ILedgerStore
{
    private readonly Lazy<string> _folder = new(static () => Directory.CreateTempSubdirectory("ledger-scratch-").FullName);

    /// <inheritdoc/>
    public string Location => ledger.Location;

    /// <inheritdoc/>
    public IReadModelStore Models => ledger.Models;

    /// <inheritdoc/>
    public async Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var digest = Digest.Of(content.Span);
        await File.WriteAllBytesAsync(PathOf(digest), content, cancellation);
        return digest;
    }

    /// <inheritdoc/>
    public Task Put(BlobKind kind, Digest digest, Stream content, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public async Task<bool> Has(Digest digest, CancellationToken cancellation = default) => IsHere(digest) || await ledger.Has(digest, cancellation);

    /// <inheritdoc/>
    public async Task<byte[]?> Get(Digest digest, CancellationToken cancellation = default) =>
        IsHere(digest) ? await File.ReadAllBytesAsync(PathOf(digest), cancellation) : await ledger.Get(digest, cancellation);

    /// <inheritdoc/>
    public Task<byte[]?> GetUnchecked(Digest digest, CancellationToken cancellation = default) => ledger.GetUnchecked(digest, cancellation);

    /// <inheritdoc/>
    public Task<Stream?> OpenBlob(Digest digest, CancellationToken cancellation = default) => ledger.OpenBlob(digest, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<BlobEntry> ListBlobs(CancellationToken cancellation = default) => ledger.ListBlobs(cancellation);

    /// <inheritdoc/>
    public Task<long> Remove(IReadOnlyCollection<Digest> digests, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task<AppendResult> Append(StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadStream(StreamName stream, long fromVersion = 1, CancellationToken cancellation = default) => ledger.ReadStream(stream, fromVersion, cancellation);

    /// <inheritdoc/>
    public Task<StoredEvent?> ReadEvent(StreamName stream, long version, CancellationToken cancellation = default) => ledger.ReadEvent(stream, version, cancellation);

    /// <inheritdoc/>
    public Task<long> VersionOf(StreamName stream, CancellationToken cancellation = default) => ledger.VersionOf(stream, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> ReadAll(long afterPosition = 0, string? exceptAlias = null, CancellationToken cancellation = default) => ledger.ReadAll(afterPosition, exceptAlias, cancellation);

    /// <inheritdoc/>
    public Task<long> LastPosition(CancellationToken cancellation = default) => ledger.LastPosition(cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StoredEvent> Subscribe(long afterPosition, CancellationToken cancellation) => ledger.Subscribe(afterPosition, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamName> StreamsStartingWith(string beginning, CancellationToken cancellation = default) => ledger.StreamsStartingWith(beginning, cancellation);

    /// <inheritdoc/>
    public Task Note(StreamName trajectory, int step, Digest state, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task<CachedState?> Nearest(StreamName trajectory, int step, CancellationToken cancellation = default) => ledger.Nearest(trajectory, step, cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<CachedState> ListStates(CancellationToken cancellation = default) => ledger.ListStates(cancellation);

    /// <inheritdoc/>
    public Task Forget(StreamName trajectory, int step, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task Offer(StreamName work, string label, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task<bool> Renew(StreamName work, string holder, TimeSpan duration, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task Release(StreamName work, string holder, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task Forget(StreamName work, CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public Task<IReadOnlyList<Lease>> ListLeases(CancellationToken cancellation = default) => ledger.ListLeases(cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default) => ledger.ReadTile(level, index, width, cancellation);

    /// <inheritdoc/>
    public Task<StoreSizes> Measure(CancellationToken cancellation = default) => ledger.Measure(cancellation);

    /// <inheritdoc/>
    public Task Compact(CancellationToken cancellation = default) => throw IsOnlyRead();

    /// <inheritdoc/>
    public IAsyncEnumerable<IntegrityFinding> Verify(IProgress<double>? progress = null, int? jobs = null, CancellationToken cancellation = default) => ledger.Verify(progress, jobs, cancellation);

    /// <summary>Removes the folder; the ledger stays open.</summary>
    public void Dispose()
    {
        if (_folder.IsValueCreated)
        {
            Directory.Delete(_folder.Value, recursive: true);
        }
    }

    private bool IsHere(Digest digest) => _folder.IsValueCreated && File.Exists(PathOf(digest));

    private string PathOf(Digest digest) => Path.Combine(_folder.Value, digest.ToString());

    private InvalidOperationException IsOnlyRead() => new($"{ledger.Location} is only read here");
}
