using Ledger.Store;
using Npgsql;

namespace Ledger.Benchmarks.Stores;

/// <summary>Schemas of a PostgreSQL database, each new and gone afterwards.</summary>
/// <param name="url">The database, as for <c>--store</c>, without a schema.</param>
internal sealed class ScratchSchemas(string url) : IScratchLedgers
{
    public Task<ScratchLedger> Create()
    {
        var schema = $"bench_{Guid.NewGuid():n}";
        var address = StoreAddress.Parse($"{url}{(url.Contains('?', StringComparison.Ordinal) ? '&' : '?')}schema={schema}");
        LedgerStores.Migrate(address);
        return Task.FromResult(new ScratchLedger(address, () => Drop(address, schema)));
    }

    /// <summary>What Npgsql is told to connect, the ledger's schema first in the search path.</summary>
    public static string Settings(StoreAddress address)
    {
        var settings = address.Postgres!.Settings();
        settings.SearchPath = address.Postgres.Schema;
        return settings.ConnectionString;
    }

    private static void Drop(StoreAddress address, string schema)
    {
        using var connection = new NpgsqlConnection(Settings(address));
        connection.Open();
        using var drop = new NpgsqlCommand($"DROP SCHEMA {schema} CASCADE", connection);
        drop.ExecuteNonQuery();
    }
}
