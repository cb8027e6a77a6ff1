using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Sqlite;

/// <summary>Blobs on one connection.</summary>
internal sealed class SqliteBlobs(SqliteSession session)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 256;

    /// <summary>
    /// Stores content under its digest. Content that was altered is replaced if it is a state, which is a cache, and refused if it
    /// is a mask, which is evidence; a state that is also a mask is kept as a mask.
    /// </summary>
    /// <exception cref="CorruptLedgerException">Another content stands where a mask belongs.</exception>
    public void Put(Digest digest, BlobKind kind, ReadOnlySpan<byte> content)
    {
        var stored = session.Prepare("SELECT kind, content FROM blobs WHERE digest = ?1").Bind(1, digest);
        if (stored.Step())
        {
            var (storedKind, isEqual) = (stored.Text(0), stored.Bytes(1).SequenceEqual(content));
            stored.Reset();
            Repeat(digest, kind, content, storedKind, isEqual);
        }
        else
        {
            session.Prepare("INSERT INTO blobs(digest, kind, content) VALUES(?1, ?2, ?3)").Bind(1, digest).Bind(2, BlobKindText.Of(kind)).BindBlob(3, content).Execute();
        }
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

    private void Repeat(Digest digest, BlobKind kind, ReadOnlySpan<byte> content, string storedKind, bool isEqual)
    {
        var isMask = storedKind == BlobKindText.Of(BlobKind.Mask);
        if (!isEqual && isMask)
        {
            throw new CorruptLedgerException($"{session.Path}: the mask {digest} is stored with other content, and masks are evidence: run `ledger verify`, then restore the file from a copy");
        }

        if (!isEqual || (kind == BlobKind.Mask && !isMask))
        {
            session.Prepare("UPDATE blobs SET kind = ?2, content = ?3 WHERE digest = ?1").Bind(1, digest).Bind(2, BlobKindText.Of(kind)).BindBlob(3, content).Execute();
        }
    }
}
