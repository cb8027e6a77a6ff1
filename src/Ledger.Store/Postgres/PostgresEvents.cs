using Ledger.Events.Streams;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Queries of events, a page at a time, so that no reader holds a snapshot longer than a page takes. Rows without a leaf are not ours and not read.</summary>
internal sealed class PostgresEvents(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>The position of the last event.</summary>
    public const string LastPosition = "SELECT coalesce(max(position), 0) FROM ledger_leaves";

    /// <summary>Rows of a full page.</summary>
    public const int Page = 4096;

    /// <summary>Positions of a page of which most are left out.</summary>
    public const int SparsePage = 16 * Page;

    private const string Columns = "SELECT l.position, e.stream_id, e.version, e.type, e.data::text, m.metadata, e.id, l.hash_end";
    private const string OfStreamSql = $"{Columns} FROM mt_events e JOIN ledger_leaves l USING (seq_id) LEFT JOIN ledger_metadata m USING (seq_id) WHERE e.stream_id = $1 AND e.version >= $2 AND e.version < $3 ORDER BY e.version";
    private const string AfterSql = $"{Columns} FROM ledger_leaves l JOIN mt_events e USING (seq_id) LEFT JOIN ledger_metadata m USING (seq_id) WHERE l.position > $1 AND l.position <= $2";

    /// <summary>The events of a stream in a page of versions.</summary>
    public Task<List<StoredEvent>> OfStream(StreamName stream, long fromVersion, int count = Page) =>
        Read(connection.Command(OfStreamSql, stream.Value, fromVersion, fromVersion + count));

    /// <summary>The events of all streams in a page of positions, without one alias.</summary>
    public Task<List<StoredEvent>> After(long position, string? exceptAlias, int count = Page) => Read(exceptAlias is null
        ? connection.Command($"{AfterSql} ORDER BY l.position", position, position + count)
        : connection.Command($"{AfterSql} AND e.type <> $3 ORDER BY l.position", position, position + count, exceptAlias));

    private async Task<List<StoredEvent>> Read(NpgsqlCommand command)
    {
        var row = new StoredEventRow();
        return await command.Rows(row.Read, cancellation).ConfigureAwait(false);
    }
}
