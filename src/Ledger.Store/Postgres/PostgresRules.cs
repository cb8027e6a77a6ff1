using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>What must hold in a ledger's tables beside hashes: each rule is a query of what breaks it. Columns without a rule are listed in docs/postgres.md.</summary>
internal static class PostgresRules
{
    /// <summary>Each query with the finding that one of its rows is.</summary>
    public static IReadOnlyList<(string Sql, Func<NpgsqlDataReader, IntegrityFinding> Finding)> All { get; } =
    [
        ("SELECT l.position, l.seq_id FROM ledger_leaves l WHERE NOT EXISTS(SELECT FROM mt_events e WHERE e.seq_id = l.seq_id) ORDER BY 1", static row => new IntegrityFinding(
            IntegrityKind.EventMissing, $"position {row.GetInt64(0)} leads to event {row.GetInt64(1)}, which is not here", Position: row.GetInt64(0))),
        ("""
        SELECT l.position, e.stream_id, e.version FROM mt_events e JOIN ledger_leaves l USING (seq_id)
        WHERE e.is_archived IS DISTINCT FROM false OR e.tenant_id IS DISTINCT FROM '*DEFAULT*' OR e.bdata IS NOT NULL OR e.mt_dotnet_type IS NOT NULL ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered,
            $"{Name(row, 1)}, version {row.GetInt64(2)} (position {row.GetInt64(0)}): is_archived, tenant_id, bdata or mt_dotnet_type was changed, which hides the event from readers on Marten or shows them another",
            new StreamName(Name(row, 1)),
            row.GetInt64(2),
            row.GetInt64(0))),
        ("""
        SELECT s.id FROM mt_streams s WHERE (s.is_archived IS DISTINCT FROM false OR s.tenant_id IS DISTINCT FROM '*DEFAULT*' OR s.type IS NOT NULL)
        AND EXISTS(SELECT FROM mt_events e JOIN ledger_leaves l USING (seq_id) WHERE e.stream_id = s.id) ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered, $"{Name(row, 0)}: is_archived, tenant_id or type of the stream was changed, which hides it from readers on Marten or shows them another", new StreamName(Name(row, 0)))),
        ("""
        SELECT m.seq_id FROM ledger_metadata m WHERE NOT EXISTS(SELECT FROM ledger_leaves l WHERE l.seq_id = m.seq_id) ORDER BY 1
        """, static row => new IntegrityFinding(IntegrityKind.MetadataAltered, $"metadata belong to event {row.GetInt64(0)}, which has no position: their row or the event's was changed")),
        ("""
        SELECT e.stream_id, e.version, e.type, e.seq_id FROM mt_events e LEFT JOIN ledger_leaves l USING (seq_id) WHERE l.seq_id IS NULL
        AND EXISTS(SELECT FROM mt_events o JOIN ledger_leaves USING (seq_id) WHERE o.stream_id = e.stream_id) ORDER BY e.seq_id
        """, static row => new IntegrityFinding(
            IntegrityKind.EventAltered,
            $"{Name(row, 0)}, version {row.GetInt64(1)} ({row.GetString(2)}, event {row.GetInt64(3)}) has no position: somebody else wrote it into our stream, or its position was taken away",
            new StreamName(Name(row, 0)),
            row.GetInt64(1))),
        ("""
        SELECT e.stream_id, count(*) FROM mt_events e LEFT JOIN ledger_leaves l USING (seq_id) WHERE l.seq_id IS NULL
        AND NOT EXISTS(SELECT FROM mt_events o JOIN ledger_leaves USING (seq_id) WHERE o.stream_id = e.stream_id) GROUP BY 1 ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.ForeignEvent, $"stream '{Name(row, 0)}' was written by somebody else (events: {row.GetInt64(1)}): not read and not covered", new StreamName(Name(row, 0)))),
        ("SELECT max(seq_id) FROM mt_events HAVING max(seq_id) > (SELECT last_value FROM mt_events_sequence)", static row => new IntegrityFinding(
            IntegrityKind.StoreDamaged, $"mt_events_sequence stands before event {row.GetInt64(0)}: appends will fail; set it with setval")),
    ];

    private static string Name(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? string.Empty : row.GetString(column);
}
