using Ledger.Events.Streams;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Queries of events, a page at a time, so that no reader holds a snapshot longer than a page takes. Events without a place are not ours and not read.</summary>
internal sealed class PostgresEvents(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 4096;

    /// <summary>Positions of a page of which most are left out.</summary>
    public const int SparsePage = 16 * Page;

    private const string Columns = $"SELECT {Places.Position}, e.stream_id, e.version, e.type, e.data::text, m.metadata, e.id, {Places.HashEnd}";
    private const string OfStreamSql = $"{Columns} FROM mt_events e JOIN {Places.OfEvent} LEFT JOIN ledger_metadata m ON m.seq_id = e.seq_id WHERE e.stream_id = $1 AND e.version >= $2 AND e.version < $3 ORDER BY e.version";
    private const string AfterSql = $"{Columns} FROM {Places.Between} LEFT JOIN ledger_metadata m ON m.seq_id = e.seq_id";

    /// <summary>The events of a stream in a page of versions.</summary>
    public Task<List<StoredEvent>> OfStream(StreamName stream, long fromVersion, int count = Page) =>
        Read(connection.Command(OfStreamSql, stream.Value, fromVersion, fromVersion + count));

    /// <summary>The events of all streams in a page of positions, without one alias.</summary>
    public Task<List<StoredEvent>> After(long position, string? exceptAlias, int count = Page) => Read(exceptAlias is null
        ? connection.Command($"{AfterSql} {Places.InOrder}", position + 1, position + count)
        : connection.Command($"{AfterSql} WHERE e.type <> $3 {Places.InOrder}", position + 1, position + count, exceptAlias));

    private async Task<List<StoredEvent>> Read(NpgsqlCommand command)
    {
        var row = new StoredEventRow();
        return await command.Rows(row.Read, cancellation).ConfigureAwait(false);
    }
}
