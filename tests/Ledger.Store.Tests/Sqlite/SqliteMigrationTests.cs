using System.Diagnostics;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;
using Ledger.Store.Migrations;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>A file that an older version wrote is brought up to date whole or not at all.</summary>
public sealed class SqliteMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Ledger => _folder.File("old.ledger");

    [Theory]
    [InlineData(OpenMode.Create)]
    [InlineData(OpenMode.Existing)]
    [InlineData(OpenMode.ReadOnly)]
    public void Open_FirstSchema_NamesTheCommand(OpenMode mode)
    {
        FirstSchemaLedger.Write(Ledger, 10);

        var refused = Assert.Throws<OlderLedgerException>(() => SqliteLedgerStore.Open(Ledger, mode));

        Assert.Contains($"`ledger store migrate --store '{Ledger}'`", refused.Message, StringComparison.Ordinal);
        Assert.Equal(1L, Sql("PRAGMA user_version"));
    }

    [Fact]
    public async Task Migrate_FirstSchema_AddsTheTreeOverEveryEvent()
    {
        FirstSchemaLedger.Write(Ledger, 700);

        Assert.Equal(MigrationCatalogue.Of("sqlite").Skip(1), SqliteLedgerStore.Migrate(Ledger));

        using var store = SqliteLedgerStore.Open(Ledger, OpenMode.Existing);
        Assert.Equal(2L, Sql("SELECT count(*) FROM tree"));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(await Root(store), (await TreeFrontier.Read(store, 701, Cancellation)).Root);
    }

    [Fact]
    public async Task Append_AfterMigration_GoesOnWithTheTree()
    {
        FirstSchemaLedger.Write(Ledger, 700);
        SqliteLedgerStore.Migrate(Ledger);
        using var store = SqliteLedgerStore.Open(Ledger, OpenMode.Existing);

        await store.Append(Samples.Stream("train", 1), 350, Samples.Steps(351, 100), Cancellation);

        Assert.Equal(3L, Sql("SELECT count(*) FROM tree"));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(await Root(store), (await TreeFrontier.Read(store, 801, Cancellation)).Root);
    }

    [Fact]
    public void Migrate_UpToDate_DoesNothing()
    {
        FirstSchemaLedger.Write(Ledger, 10);
        SqliteLedgerStore.Migrate(Ledger);

        Assert.Empty(SqliteLedgerStore.Migrate(Ledger));
    }

    [Fact]
    public void Migrate_NoLedger_IsNotFound() => Assert.Throws<LedgerNotFoundException>(() => SqliteLedgerStore.Migrate(Ledger));

    [Theory]
    [InlineData("UPDATE migrations SET checksum = zeroblob(32) WHERE number = 1")]
    [InlineData("UPDATE migrations SET name = '0002_other' WHERE number = 2")]
    [InlineData("UPDATE migrations SET number = 9 WHERE number = 2")]
    [InlineData("DELETE FROM migrations WHERE number = 2")]
    [InlineData("INSERT INTO migrations SELECT 4, '0004_later', checksum FROM migrations WHERE number = 2")]
    public void Open_MigrationsAltered_IsCorrupt(string sql)
    {
        SqliteLedgerStore.Open(Ledger, OpenMode.Create).Dispose();
        Sql(sql);

        Assert.Throws<CorruptLedgerException>(() => SqliteLedgerStore.Open(Ledger, OpenMode.Existing));
    }

    [Fact]
    public async Task Migrate_ProcessKilledInTheMiddle_LeavesTheFirstSchema()
    {
        FirstSchemaLedger.Write(Ledger, 60_000);
        for (var attempt = 1; ; attempt++)
        {
            await KillMigrator();
            if (Sql("PRAGMA user_version") is 1L)
            {
                break;
            }

            Assert.True(attempt < 10, "the migration was always over before it could be killed");
            Sql("PRAGMA user_version = 1; DROP TABLE tree; DROP TABLE leases; DROP TABLE read_models; DROP TABLE migrations");
        }

        Assert.Equal(0L, Sql("SELECT count(*) FROM sqlite_schema WHERE name IN ('tree', 'leases', 'read_models', 'migrations')"));
        Assert.Throws<OlderLedgerException>(() => SqliteLedgerStore.Open(Ledger, OpenMode.Existing));
        Assert.Equal(MigrationCatalogue.Of("sqlite").Skip(1), SqliteLedgerStore.Migrate(Ledger));
        using var store = SqliteLedgerStore.Open(Ledger, OpenMode.Existing);
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    // Killed as soon as it holds the lock that its transaction takes first.
    private async Task KillMigrator()
    {
        using var migrator = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Store.Tests.Writer.dll"), Ledger]))!;
        using (var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False;Default Timeout=1"))
        {
            connection.Open();
            while (!migrator.HasExited && IsFree(connection.Handle!))
            {
                await Task.Yield();
            }
        }

        migrator.Kill();
        await migrator.WaitForExitAsync(Cancellation);
    }

    private static bool IsFree(SQLitePCL.sqlite3 handle) =>
        SQLitePCL.raw.sqlite3_exec(handle, "BEGIN IMMEDIATE") == SQLitePCL.raw.SQLITE_OK && SQLitePCL.raw.sqlite3_exec(handle, "ROLLBACK") == SQLitePCL.raw.SQLITE_OK;

    private static async Task<Digest> Root(SqliteLedgerStore store)
    {
        var frontier = new TreeFrontier();
        await foreach (var stored in store.ReadAll(cancellation: Cancellation))
        {
            frontier.Add(EventLeaf.Of(stored), []);
        }

        return frontier.Root;
    }

    private object? Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
