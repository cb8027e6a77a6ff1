using Ledger.Events.Hashing;

namespace Ledger.Store.Contract;

/// <summary>Content by digest. A blob is durable when <see cref="Put"/> returns, so before any event that names it.</summary>
public interface IBlobStore
{
    /// <summary>Stores content; storing it again changes nothing.</summary>
    Task<Digest> Put(BlobKind kind, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

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
