using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>What must hold in a ledger's tables beside hashes: each rule is a query of what breaks it. Columns without a rule are listed in docs/postgres.md.</summary>
internal static class PostgresRules
{
    // Events between blocks are not ours; a stream of which they are not all is. Blocks are few, so that no event in one is looked at.
    private const string Foreign = $"""
        WITH gaps AS (
            SELECT max(l.seq_id + {Places.Count}) OVER (ORDER BY l.seq_id) AS first, lead(l.seq_id) OVER (ORDER BY l.seq_id) AS after FROM ledger_leaves l
            UNION ALL SELECT NULL, min(seq_id) FROM ledger_leaves),
        foreigners AS MATERIALIZED (
            SELECT e.stream_id, e.version, e.type, e.seq_id FROM gaps g JOIN mt_events e
            ON e.seq_id >= coalesce(g.first, -9223372036854775808) AND e.seq_id <= coalesce(g.after - 1, 9223372036854775807)),
        shares AS (
            SELECT f.stream_id, f.events, f.events < (SELECT count(*) FROM mt_events o WHERE o.stream_id = f.stream_id) AS is_ours
            FROM (SELECT stream_id, count(*) AS events FROM foreigners GROUP BY 1) f)
        """;

    /// <summary>Each query with the finding that one of its rows is.</summary>
    public static IReadOnlyList<(string Sql, Func<NpgsqlDataReader, IntegrityFinding> Finding)> All { get; } =
    [
        .. PostgresBlockRules.All,
        ($"""
        SELECT {Places.Position}, e.stream_id, e.version FROM mt_events e JOIN {Places.OfEvent}
        WHERE e.is_archived IS DISTINCT FROM false OR e.tenant_id IS DISTINCT FROM '*DEFAULT*' OR e.bdata IS NOT NULL OR e.mt_dotnet_type IS NOT NULL ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered,
            $"{Name(row, 1)}, version {row.GetInt64(2)} (position {row.GetInt64(0)}): is_archived, tenant_id, bdata or mt_dotnet_type was changed, which hides the event from readers on Marten or shows them another",
            new StreamName(Name(row, 1)),
            row.GetInt64(2),
            row.GetInt64(0))),
        ($"""
        SELECT s.id FROM mt_streams s WHERE (s.is_archived IS DISTINCT FROM false OR s.tenant_id IS DISTINCT FROM '*DEFAULT*' OR s.type IS NOT NULL)
        AND EXISTS(SELECT FROM mt_events e JOIN {Places.OfEvent} WHERE e.stream_id = s.id) ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered, $"{Name(row, 0)}: is_archived, tenant_id or type of the stream was changed, which hides it from readers on Marten or shows them another", new StreamName(Name(row, 0)))),
        ($"""
        SELECT e.seq_id FROM ledger_metadata e LEFT JOIN {Places.OfEvent} WHERE l.seq_id IS NULL ORDER BY 1
        """, static row => new IntegrityFinding(IntegrityKind.MetadataAltered, $"metadata belong to event {row.GetInt64(0)}, which has no position: their row or the event's was changed")),
        ($"""
        {Foreign} SELECT e.stream_id, e.version, e.type, e.seq_id FROM foreigners e JOIN shares s USING (stream_id) WHERE s.is_ours ORDER BY e.seq_id
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered,
            $"{Name(row, 0)}, version {row.GetInt64(1)} ({row.GetString(2)}, event {row.GetInt64(3)}) has no position: somebody else wrote it into our stream, or its position was taken away",
            new StreamName(Name(row, 0)),
            row.GetInt64(1))),
        ($"""
        {Foreign} SELECT stream_id, events FROM shares WHERE NOT is_ours ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.ForeignEvent, $"stream '{Name(row, 0)}' was written by somebody else (events: {row.GetInt64(1)}): not read and not covered", new StreamName(Name(row, 0)))),
        ("SELECT max(seq_id) FROM mt_events HAVING max(seq_id) > (SELECT last_value FROM mt_events_sequence)", static row => new IntegrityFinding(
            IntegrityKind.StoreDamaged, $"mt_events_sequence stands before event {row.GetInt64(0)}: appends will fail; set it with setval")),
    ];

    private static string Name(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? string.Empty : row.GetString(column);
}
