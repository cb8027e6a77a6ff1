using Ledger.Events.Hashing;

namespace Ledger.Store.Contract;

/// <summary>Content by digest. A blob is durable when putting it returns, so before any event that names it.</summary>
public interface IBlobStore
{
    /// <summary>Stores content; storing it again changes nothing.</summary>
    Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Stores content whose digest is known, reading it once, a piece at a time.</summary>
    /// <param name="kind">Evidence or cache.</param>
    /// <param name="digest">Its digest.</param>
    /// <param name="content">From its position to its end; tells its length.</param>
    /// <param name="cancellation">Stops; then nothing was stored.</param>
    /// <exception cref="CorruptLedgerException">The content has another digest; nothing was stored.</exception>
    Task Put(BlobKind kind, Digest digest, Stream content, CancellationToken cancellation = default);

    /// <summary>The stored bytes as they are, unchecked, a piece at a time, or null; the reader closes it. It tells its length and need not seek.</summary>
    Task<Stream?> OpenBlob(Digest digest, CancellationToken cancellation = default);

    /// <summary>The content, or null if it is not here.</summary>
    /// <exception cref="CorruptLedgerException">What is stored under the digest has another digest.</exception>
    Task<byte[]?> Get(Digest digest, CancellationToken cancellation = default);

    /// <summary>The stored bytes as they are, unchecked, or null: for telling how they differ from what they should be.</summary>
    Task<byte[]?> GetUnchecked(Digest digest, CancellationToken cancellation = default);

    /// <summary>True if content of this digest is here.</summary>
    Task<bool> Has(Digest digest, CancellationToken cancellation = default);

    /// <summary>Every blob, in ordinal order of digests.</summary>
    IAsyncEnumerable<BlobEntry> ListBlobs(CancellationToken cancellation = default);

    /// <summary>Removes blobs; absent ones are no error. Returns the bytes freed.</summary>
    Task<long> Remove(IReadOnlyCollection<Digest> digests, CancellationToken cancellation = default);
}
