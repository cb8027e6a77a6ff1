using System.Security.Cryptography;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Sqlite;

/// <summary>Blobs on one connection.</summary>
internal sealed class SqliteBlobs(SqliteSession session)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 256;

    private const int Piece = 1 << 16;
    private const string Store = "INSERT INTO blobs(digest, kind, content) VALUES(?1, ?2,";
    private const string Replace = "ON CONFLICT(digest) DO UPDATE SET kind = excluded.kind, content = excluded.content";

    private static readonly string Mask = BlobKindText.Of(BlobKind.Mask);

    /// <summary>
    /// Stores content under its digest. Content that was altered is replaced if it is a state, which is a cache, and refused if it
    /// is a mask, which is evidence; a state that is also a mask is kept as a mask.
    /// </summary>
    /// <exception cref="CorruptLedgerException">Another content stands where a mask belongs.</exception>
    public void Put(Digest digest, BlobKind kind, ReadOnlySpan<byte> content)
    {
        if (!Keep(digest, kind))
        {
            session.Prepare($"{Store} ?3) {Replace}").Bind(1, digest).Bind(2, BlobKindText.Of(kind)).BindBlob(3, content).Execute();
        }
    }

    /// <summary>Stores content as the other one does, a piece at a time.</summary>
    /// <exception cref="CorruptLedgerException">The content has another digest, or another content stands where a mask belongs.</exception>
    public async Task Put(Digest digest, BlobKind kind, Stream content, CancellationToken cancellation)
    {
        if (Keep(digest, kind))
        {
            await Copy(digest, content, Stream.Null, cancellation).ConfigureAwait(false);
            return;
        }

        var length = content.Length - content.Position;
        session.Prepare($"{Store} zeroblob(?3)) {Replace}").Bind(1, digest).Bind(2, BlobKindText.Of(kind)).Bind(3, length).Execute();
        var stored = Open(digest, isWritable: true, static () => { })!;
        await using var _ = stored.ConfigureAwait(false);
        await Copy(digest, content, stored, cancellation).ConfigureAwait(false);
        if (stored.Position != length)
        {
            throw new EndOfStreamException($"content of digest {digest} ends after {stored.Position} bytes, its length is {length}");
        }
    }

    /// <summary>The stored bytes, to be read or written a piece at a time, or null.</summary>
    /// <param name="digest">Of the content.</param>
    /// <param name="isWritable">True to write.</param>
    /// <param name="closed">What happens afterwards.</param>
    public SqliteBlobStream? Open(Digest digest, bool isWritable, Action closed)
    {
        var rows = session.Prepare("SELECT rowid FROM blobs WHERE digest = ?1").Bind(1, digest);
        var row = rows.Step() ? rows.Number(0) : (long?)null;
        rows.Reset();
        return row is { } found ? new SqliteBlobStream(session, found, isWritable, closed) : null;
    }

    /// <summary>The stored bytes, or null.</summary>
    public byte[]? Content(Digest digest)
    {
        var statement = session.Prepare("SELECT content FROM blobs WHERE digest = ?1").Bind(1, digest);
        var content = statement.Step() ? statement.Bytes(0).ToArray() : null;
        statement.Reset();
        return content;
    }

    /// <summary>True if there is content under a digest.</summary>
    public bool Has(Digest digest)
    {
        var statement = session.Prepare("SELECT 1 FROM blobs WHERE digest = ?1").Bind(1, digest);
        var has = statement.Step();
        statement.Reset();
        return has;
    }

    /// <summary>The next entries after a digest, all from the first on for null.</summary>
    public List<BlobEntry> After(Digest? digest)
    {
        var rows = session.Prepare($"SELECT digest, kind, length(content) FROM blobs WHERE digest > ?1 ORDER BY digest LIMIT {Page}");
        _ = digest is { } after ? rows.Bind(1, after) : rows.BindBlob(1, []);
        var entries = new List<BlobEntry>();
        while (rows.Step())
        {
            var kind = BlobKindText.Parse(rows.Text(1)) ?? throw new CorruptLedgerException($"{session.Path}: a blob of kind '{rows.Text(1)}'; `ledger verify` says which");
            entries.Add(new BlobEntry(rows.DigestAt(0), kind, rows.Number(2)));
        }

        return entries;
    }

    /// <summary>Removes blobs and says how many bytes they had.</summary>
    public long Remove(IEnumerable<Digest> digests)
    {
        var freed = 0L;
        foreach (var digest in digests)
        {
            var removed = session.Prepare("DELETE FROM blobs WHERE digest = ?1 RETURNING length(content)").Bind(1, digest);
            while (removed.Step())
            {
                freed += removed.Number(0);
            }
        }

        return freed;
    }

    // True if the content is there, whole, and as what it is wanted to be.
    private bool Keep(Digest digest, BlobKind kind)
    {
        if (KindOf(digest) is not { } stored)
        {
            return false;
        }

        if (!IsWhole(digest))
        {
            return stored != Mask ? false : throw new CorruptLedgerException($"{session.Path}: the mask {digest} is stored with other content, and masks are evidence: run `ledger verify`, then restore the file from a copy");
        }

        if (kind == BlobKind.Mask && stored != Mask)
        {
            session.Prepare("UPDATE blobs SET kind = ?2 WHERE digest = ?1").Bind(1, digest).Bind(2, Mask).Execute();
        }

        return true;
    }

    private string? KindOf(Digest digest)
    {
        var rows = session.Prepare("SELECT kind FROM blobs WHERE digest = ?1").Bind(1, digest);
        var kind = rows.Step() ? rows.Text(0) : null;
        rows.Reset();
        return kind;
    }

    private bool IsWhole(Digest digest)
    {
        using var stored = Open(digest, isWritable: false, static () => { })!;
        return Digest.Of(stored) == digest;
    }

    private async Task Copy(Digest digest, Stream content, Stream target, CancellationToken cancellation)
    {
        using var hash = SHA256.Create();
        using var hashed = new CryptoStream(content, hash, CryptoStreamMode.Read, leaveOpen: true);
        await hashed.CopyToAsync(target, Piece, cancellation).ConfigureAwait(false);
        if (new Digest(hash.Hash) is var found && found != digest)
        {
            throw new CorruptLedgerException($"{session.Path}: content that should have digest {digest} has {found}; nothing was stored");
        }
    }
}
