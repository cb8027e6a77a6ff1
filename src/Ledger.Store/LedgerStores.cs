using Ledger.Store.Contract;
using Ledger.Store.Migrations;
using Ledger.Store.Postgres;
using Ledger.Store.Sqlite;

namespace Ledger.Store;

/// <summary>The kinds of stores there are, one line each.</summary>
public static class LedgerStores
{
    /// <summary>Opens the ledger at an address.</summary>
    /// <exception cref="LedgerNotFoundException">There is none, and none may be made.</exception>
    /// <exception cref="OlderLedgerException">An older version made it: migrate it first.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    /// <exception cref="CorruptLedgerException">What is there is no ledger.</exception>
    /// <exception cref="StoreUnreachableException">It cannot be reached now.</exception>
    /// <exception cref="StoreWriteException">It cannot be written.</exception>
    public static ILedgerStore Open(StoreAddress address, OpenMode mode) =>
        address.Path is { } path ? SqliteLedgerStore.Open(path, mode) : PostgresLedgerStore.Open(address, mode);

    /// <summary>Brings a ledger up to date, a database's first tables included; returns the migrations that were applied.</summary>
    public static IReadOnlyList<Migration> Migrate(StoreAddress address) =>
        address.Path is { } path ? SqliteLedgerStore.Migrate(path) : PostgresLedgerStore.Migrate(address);

    /// <summary>What keeps the ledger at an address, with its version.</summary>
    /// <exception cref="StoreUnreachableException">It cannot be reached now.</exception>
    public static Task<string> Describe(StoreAddress address, CancellationToken cancellation = default) =>
        address.Path is null ? PostgresServer.Describe(address, cancellation) : Task.FromResult($"SQLite {SQLitePCL.raw.sqlite3_libversion().utf8_to_string()}");
}
