using System.Runtime.CompilerServices;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;

namespace Ledger.Store.Sqlite;

/// <summary>A ledger file as it is checked: the snapshot on one connection, ranges of events on others.</summary>
internal sealed class SqliteVerificationSource(SqliteFile file) : IVerificationSource
{
    private readonly SqliteSession _session = file.Connect();
    private readonly SqliteReaders _readers = new(file);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IntegrityFinding> CheckStructure([EnumeratorCancellation] CancellationToken cancellation)
    {
        // SQLite reads the missing end of a page as zeros.
        if (new FileInfo(_session.Path).Length % _session.Number("PRAGMA page_size") is var rest and not 0)
        {
            yield return Damage.Found($"{_session.Path} ends {rest} bytes into a page: it was cut short");
        }

        var rows = _session.Prepare("PRAGMA integrity_check");
        while (rows.Step())
        {
            if (rows.Text(0) is var found and not "ok")
            {
                yield return Damage.Found(found);
            }
        }
    }

    /// <inheritdoc/>
    public Task<VerificationExtent> Begin(CancellationToken cancellation)
    {
        _session.Execute("BEGIN");
        return Task.FromResult(new VerificationExtent(
            _session.Number("SELECT count(*) FROM events"),
            _session.Number(SqliteEvents.LastPosition),
            _session.Number("SELECT count(*) FROM streams"),
            _session.Number("SELECT coalesce(sum(length(content)), 0) FROM blobs")));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<EventRow>> ReadEvents(PositionRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<EventRow> page;
        do
        {
            page = _readers.Read(session => Page(session, range));
            yield return page;
            range = page is [.., var last] ? range with { First = last.Stored.Position + 1 } : range;
        }
        while (page.Count == SqliteEvents.Page && range.First <= range.Last);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StreamHead> ReadStreams([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = _session.Prepare("SELECT name, version FROM streams");
        while (rows.Step())
        {
            yield return new StreamHead(new StreamName(rows.Text(0)), rows.Number(1));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<TreeRow> ReadTree([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = _session.Prepare("SELECT level, entry, hash FROM tree ORDER BY level, entry");
        while (rows.Step())
        {
            yield return new TreeRow(rows.Number(0), rows.Number(1), rows.DigestOrNull(2));
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobRow> ReadBlobs([EnumeratorCancellation] CancellationToken cancellation)
    {
        var rows = _session.Prepare("SELECT digest, kind, rowid FROM blobs");
        while (rows.Step())
        {
            using var content = new SqliteBlobStream(_session, rows.Number(2), isWritable: false, static () => { });
            yield return new BlobRow(rows.Bytes(0).ToArray(), rows.Text(1), Digest.Of(content), content.Length);
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<IntegrityFinding> CheckOthers(CancellationToken cancellation) => AsyncEnumerable.Empty<IntegrityFinding>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _session.Dispose();
        return ValueTask.CompletedTask;
    }

    private static List<EventRow> Page(SqliteSession session, PositionRange range)
    {
        var rows = session.Prepare($"""
            SELECT position, stream, events.version, alias, body, metadata, hash, name FROM events LEFT JOIN streams ON id = stream
            WHERE position BETWEEN ?1 AND ?2 ORDER BY position LIMIT {SqliteEvents.Page}
            """).Bind(1, range.First).Bind(2, range.Last);
        var page = new List<EventRow>();
        var (name, alias) = (new RepeatedText(), new RepeatedText());
        while (rows.Step())
        {
            var stored = new StoredEvent(
                rows.Number(0),
                new StreamName(name.Read(rows.Bytes(7))),
                rows.Number(2),
                alias.Read(rows.Bytes(3)),
                rows.Bytes(4).ToArray(),
                rows.CopyOrNull(5),
                rows.DigestOrNull(6) ?? default);
            page.Add(new EventRow(stored, Orphan: rows.IsNull(7) ? $"number {rows.Number(1)}" : null));
        }

        return page;
    }
}
