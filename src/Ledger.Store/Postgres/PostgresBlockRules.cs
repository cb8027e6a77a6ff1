using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>What must hold among the blocks of places (<see cref="PlaceBlock"/>), so that every event has one place and every place an event.</summary>
internal static class PostgresBlockRules
{
    /// <summary>Each query with the finding that one of its rows is.</summary>
    public static IReadOnlyList<(string Sql, Func<NpgsqlDataReader, IntegrityFinding> Finding)> All { get; } =
    [
        ($"""
        SELECT l.position, octet_length(l.hash_ends) FROM ledger_leaves l
        WHERE octet_length(l.hash_ends) NOT BETWEEN 16 AND 16 * 120 OR octet_length(l.hash_ends) % 16 <> 0 ORDER BY 1
        """, static row => Misshapen(row.GetInt64(0), row.GetInt32(1))),
        ("SELECT position, seq_id FROM ledger_leaves WHERE position < 1 OR seq_id < 1 OR greatest(position, seq_id) > 9223372036854775807 - 120 ORDER BY 1", static row => new IntegrityFinding(
            IntegrityKind.EventMissing, $"ledger_leaves has a row of position {row.GetInt64(0)} and seq_id {row.GetInt64(1)}, which no events have: it was changed", Position: row.GetInt64(0))),
        (Overlapping("position"), static row => new IntegrityFinding(
            IntegrityKind.EventMissing, $"the row of ledger_leaves at position {row.GetInt64(0)} begins where one before it has not ended: positions stand twice", Position: row.GetInt64(0))),
        (Overlapping("seq_id"), static row => new IntegrityFinding(
            IntegrityKind.EventMissing, $"the row of ledger_leaves at position {row.GetInt64(0)} begins with event {row.GetInt64(1)}, which another row holds too: events have two places", Position: row.GetInt64(0))),
        ($"""
        SELECT l.position + n, l.seq_id + n FROM ledger_leaves l CROSS JOIN LATERAL generate_series(0, {Places.Count} - 1) n
        WHERE (SELECT count(*) FROM mt_events e WHERE e.seq_id >= l.seq_id AND e.seq_id < l.seq_id + {Places.Count}) < {Places.Count}
        AND NOT EXISTS(SELECT FROM mt_events e WHERE e.seq_id = l.seq_id + n) ORDER BY 1
        """, static row => new IntegrityFinding(
            IntegrityKind.EventMissing, $"position {row.GetInt64(0)} leads to event {row.GetInt64(1)}, which is not here", Position: row.GetInt64(0))),
    ];

    /// <summary>Rows that begin before all that are less have ended.</summary>
    private static string Overlapping(string column) => $"""
        SELECT position, seq_id FROM (
            SELECT position, seq_id, {column} < max({column}::numeric + {Places.Count}) OVER (ORDER BY {column} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS is_claimed
            FROM ledger_leaves l) blocks
        WHERE is_claimed ORDER BY 1
        """;

    private static IntegrityFinding Misshapen(long position, int length)
    {
        var whole = Math.Min(length / HashHalves.Length, PlaceBlock.Most);
        return new IntegrityFinding(
            IntegrityKind.EventAltered,
            $"hash_ends at position {position} of ledger_leaves has {length} bytes, not {HashHalves.Length} for each of 1 to {PlaceBlock.Most} events: it was cut or lengthened",
            Position: position + whole);
    }
}
