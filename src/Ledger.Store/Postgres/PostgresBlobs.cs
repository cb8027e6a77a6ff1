using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Blobs on one connection, masks and states.</summary>
internal sealed class PostgresBlobs(PostgresDatabase database, NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 256;

    private const string AfterSql = """
        (SELECT m.digest, true, m.length FROM ledger_masks m WHERE m.digest > $1 ORDER BY m.digest LIMIT $2)
        UNION ALL
        (SELECT s.digest, false, (SELECT sum(octet_length(c.content))::bigint FROM ledger_states c WHERE c.digest = s.digest)
        FROM ledger_states s WHERE s.digest > $1 AND s.chunk = 0 AND NOT EXISTS(SELECT FROM ledger_masks m WHERE m.digest = s.digest) ORDER BY s.digest LIMIT $2)
        ORDER BY 1 LIMIT $2
        """;

    private readonly PostgresMasks _masks = new(database, connection, cancellation);
    private readonly PostgresStates _states = new(database, connection, cancellation);

    /// <summary>
    /// Stores content under its digest, inside a transaction. Content that was altered is replaced if it is a state, which is a cache, and
    /// refused if it is a mask, which is evidence; a state that is also a mask is kept as a mask.
    /// </summary>
    /// <exception cref="CorruptLedgerException">The content has another digest, or another content stands where a mask belongs.</exception>
    public async Task Put(BlobKind kind, Digest digest, Stream content)
    {
        await connection.Command("SELECT pg_advisory_xact_lock($1)", AdvisoryLock.Blob(database.Schema, digest)).Execute(cancellation).ConfigureAwait(false);
        if (await _masks.Content(digest).ConfigureAwait(false) is { } mask)
        {
            Require(digest, mask, $"the mask {digest} is stored with other content, and masks are evidence: run `ledger verify`, then restore it from a copy");
        }
        else if (kind == BlobKind.Mask)
        {
            await AddMask(digest, content).ConfigureAwait(false);
        }
        else if (!await _states.Holds(digest).ConfigureAwait(false) || !await Has(digest).ConfigureAwait(false))
        {
            await _states.Add(digest, content).ConfigureAwait(false);
        }
    }

    /// <summary>The stored bytes, or null.</summary>
    public async Task<byte[]?> Content(Digest digest) =>
        await _masks.Content(digest).ConfigureAwait(false) ?? await _states.Content(digest).ConfigureAwait(false);

    /// <summary>The stored bytes, piece by piece as far as they are long, or null.</summary>
    public async Task<Stream?> Open(Digest digest) => await _masks.Content(digest).ConfigureAwait(false) is { } mask
        ? new MemoryStream(mask, writable: false)
        : await _states.LengthOf(digest).ConfigureAwait(false) is { } length ? new StateStream(database, digest, length) : null;

    /// <summary>True if there is content under a digest.</summary>
    public Task<bool> Has(Digest digest) => connection.Command(
        "SELECT EXISTS(SELECT FROM ledger_states WHERE digest = $1) OR EXISTS(SELECT FROM ledger_masks WHERE digest = $1)", digest.ToBytes()).Value<bool>(cancellation);

    /// <summary>The next entries after a digest, all from the first on for null.</summary>
    public Task<List<BlobEntry>> After(Digest? digest) =>
        connection.Command(AfterSql, digest?.ToBytes() ?? [], Page).Rows(Entry, cancellation);

    /// <summary>Removes states, and says how many bytes they had; masks stay.</summary>
    public Task<long> Remove(IEnumerable<Digest> digests) => _states.Remove(digests);

    private async Task AddMask(Digest digest, Stream content)
    {
        var bytes = new byte[content.Length - content.Position];
        await content.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
        Require(digest, bytes, $"content that should have digest {digest} has another; nothing was stored");
        await _masks.Add(digest, bytes).ConfigureAwait(false);
        await _states.Remove([digest]).ConfigureAwait(false);
    }

    private void Require(Digest digest, byte[] content, string otherwise)
    {
        if (Digest.Of(content) != digest)
        {
            throw new CorruptLedgerException($"{database.Location}: {otherwise}");
        }
    }

    private BlobEntry Entry(NpgsqlDataReader row) => row.GetFieldValue<byte[]>(0) is { Length: Digest.Length } digest
        ? new BlobEntry(new Digest(digest), row.GetBoolean(1) ? BlobKind.Mask : BlobKind.State, row.GetInt64(2))
        : throw new CorruptLedgerException($"{database.Location}: a blob is stored under what is no digest; `ledger verify` says which");
}
