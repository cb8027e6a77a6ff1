using Ledger.Store.Contract;

namespace Ledger.Store.Postgres;

/// <summary>What answers at an address, ledger or not.</summary>
internal static class PostgresServer
{
    /// <summary>Name and version.</summary>
    /// <exception cref="StoreUnreachableException">Nothing answers, or lets nobody in.</exception>
    public static async Task<string> Describe(StoreAddress address, CancellationToken cancellation)
    {
        using var database = new PostgresDatabase(address, OpenMode.ReadOnly, PostgresLedgerOptions.Default);
        return await database.Use(static connection => Task.FromResult($"PostgreSQL {connection.PostgreSqlVersion}"), cancellation).ConfigureAwait(false);
    }
}
