using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>The triggers that refuse to change evidence.</summary>
internal static class PostgresGuards
{
    private const string OpenSql = """
        SELECT name FROM unnest(ARRAY['mt_streams', 'mt_events', 'ledger_leaves', 'ledger_tree', 'ledger_metadata', 'ledger_masks', 'ledger_migrations']) name
        WHERE NOT EXISTS(SELECT FROM pg_trigger t WHERE t.tgrelid = to_regclass(name) AND t.tgname = 'ledger_guard' AND t.tgenabled IN ('O', 'A'))
        """;

    /// <summary>The tables that are not guarded.</summary>
    public static Task<List<string>> Open(NpgsqlConnection connection, CancellationToken cancellation) =>
        connection.Command(OpenSql).Rows(static row => row.GetString(0), cancellation);
}
