namespace Ledger.Store.Postgres;

/// <summary>
/// How queries find the places of events <c>e</c> in their blocks <c>l</c> (<see cref="PlaceBlock"/>): a block reaches from its
/// <c>seq_id</c> as far as it has hash ends. No sum overflows whatever numbers an altered ledger holds, except in a block that begins at the last of them.
/// </summary>
internal static class Places
{
    private const string MaxValue = "9223372036854775807";

    /// <summary>How many events a block <c>l</c> holds.</summary>
    public const string Count = "octet_length(l.hash_ends) / 16";

    /// <summary>The position of <c>e</c> in <c>l</c>.</summary>
    public const string Position = "l.position + (e.seq_id - l.seq_id)";

    /// <summary>The second half of the hash of <c>e</c> in <c>l</c>.</summary>
    public const string HashEnd = "substr(l.hash_ends, 16 * (e.seq_id - l.seq_id)::int + 1, 16)";

    /// <summary>To be joined with events <c>e</c>: the block <c>l</c> that each is in, and none for an event that is not ours.</summary>
    public const string OfEvent = $"""
        LATERAL (SELECT * FROM ledger_leaves WHERE seq_id <= e.seq_id AND seq_id > e.seq_id - 120 ORDER BY seq_id DESC LIMIT 1) l ON e.seq_id - l.seq_id < {Count}
        """;

    /// <summary>The events <c>e</c> at positions $1 to $2 with their blocks <c>l</c>, of which the first and the last may lie only partly between.</summary>
    public const string Between = $"""
        ledger_leaves l JOIN mt_events e ON l.position > $1 - 120 AND l.position <= $2
        AND e.seq_id >= l.seq_id + CASE WHEN l.position < $1 THEN $1 - l.position ELSE 0 END
        AND e.seq_id < l.seq_id + CASE WHEN l.position > $2 - 120 THEN least({Count}, $2 - l.position + 1) ELSE {Count} END
        """;

    /// <summary>The order of positions, by which blocks are found already.</summary>
    public const string InOrder = "ORDER BY l.position, e.seq_id";

    /// <summary>The least position that can be asked for.</summary>
    public const long Least = long.MinValue + PlaceBlock.Most;

    /// <summary>The greatest position of any event, whatever the blocks say, 0 if there is none.</summary>
    public const string Greatest = $"SELECT coalesce(least(max(l.position::numeric + {Count} - 1), {MaxValue}), 0)::bigint FROM ledger_leaves l";

    /// <summary>The position of the last event, 0 if there is none.</summary>
    public const string Last = $"SELECT coalesce((SELECT l.position + {Count} - 1 FROM ledger_leaves l ORDER BY l.position DESC LIMIT 1), 0)";
}
