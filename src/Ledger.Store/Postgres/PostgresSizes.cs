using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>How much a ledger's schema holds.</summary>
internal static class PostgresSizes
{
    private const string Measured = $"""
        SELECT
            (SELECT max(number) FROM ledger_migrations),
            ({Places.Last}),
            (SELECT sum(pg_total_relation_size(name::regclass))::bigint FROM unnest(ARRAY['mt_streams', 'mt_events', 'ledger_leaves', 'ledger_tree', 'ledger_metadata']) name),
            (SELECT count(*) FROM ledger_masks),
            (SELECT coalesce(sum(length), 0)::bigint FROM ledger_masks),
            (SELECT count(*) FROM ledger_states WHERE chunk = 0),
            (SELECT coalesce(sum(octet_length(content)), 0)::bigint FROM ledger_states),
            (SELECT sum(pg_total_relation_size(oid))::bigint FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'),
            (SELECT count(*) FROM mt_events) - (SELECT coalesce(sum({Places.Count}), 0) FROM ledger_leaves l)
        """;

    /// <summary>Measures it.</summary>
    public static async Task<StoreSizes> Of(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var rows = await connection.Command(Measured).Rows(
            static row => new StoreSizes(row.GetInt32(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), Math.Max(0, row.GetInt64(8))), cancellation).ConfigureAwait(false);
        return rows[0];
    }
}
