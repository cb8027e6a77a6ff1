using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Makes a ledger's schema smaller, beside the work of others; none of it may stand in a transaction.</summary>
internal static class PostgresCompaction
{
    // Where many streams grow at once PostgreSQL splits the pages of this index in the middle, and they stay half empty.
    private static readonly string[] Statements =
        ["REINDEX INDEX CONCURRENTLY pk_mt_events_stream_and_version", "VACUUM ledger_states", "VACUUM ledger_cached_states", "VACUUM mt_streams"];

    /// <summary>Makes the index on (stream_id, version) anew and frees what dropped states left.</summary>
    public static async Task<bool> Run(NpgsqlConnection connection, CancellationToken cancellation)
    {
        foreach (var statement in Statements)
        {
            var command = connection.Command(statement);
            command.CommandTimeout = 0;
            await command.Execute(cancellation).ConfigureAwait(false);
        }

        return true;
    }
}
