using Ledger.Events.Streams;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Queries of streams on one connection; streams that hold none of our events are not ours.</summary>
internal sealed class PostgresStreams(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 16_384;

    /// <summary>The version of a stream's last event, 0 if there is no such stream.</summary>
    public Task<long> VersionOf(StreamName stream) => connection.Command(
        $"SELECT e.version FROM mt_events e JOIN {Places.OfEvent} WHERE e.stream_id = $1 ORDER BY e.version DESC LIMIT 1",
        stream.Value).Value<long>(cancellation);

    /// <summary>The next names that begin so, after a name; in the collation "C" text is ordered by its UTF-8 bytes.</summary>
    public Task<List<StreamName>> StartingWith(string beginning, string? after) => connection.Command(
        $"""
        SELECT s.id FROM mt_streams s WHERE starts_with(s.id, $1) AND ($2::text IS NULL OR s.id COLLATE "C" > $2)
        AND EXISTS(SELECT FROM mt_events e JOIN {Places.OfEvent} WHERE e.stream_id = s.id AND e.version = 1)
        ORDER BY s.id COLLATE "C" LIMIT {Page}
        """,
        beginning,
        after).Rows(static row => new StreamName(row.GetString(0)), cancellation);
}
