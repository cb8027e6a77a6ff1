using Ledger.Store.Contract;
using Ledger.Store.Migrations;
using Ledger.Store.Postgres;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>A schema is migrated once, by one, and refused when it is another version's.</summary>
public sealed class MigrationTests : IDisposable
{
    private static readonly int Count = MigrationCatalogue.Of("postgres").Count;

    private readonly TestSchema _schema = new(isMigrated: false);

    /// <summary>All ways to open a ledger.</summary>
    public static TheoryData<OpenMode> Modes => [.. Enum.GetValues<OpenMode>()];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Open_NothingThere_IsNotFoundAndMakesNothing(OpenMode mode)
    {
        var exception = Assert.Throws<LedgerNotFoundException>(() => _schema.Open(mode));

        Assert.Contains("ledger store migrate", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0L, _schema.Run($"SELECT count(*) FROM pg_namespace WHERE nspname = '{_schema.Name}'"));
    }

    [Fact]
    public void Open_NoSuchDatabase_IsNotFound() => Assert.Throws<LedgerNotFoundException>(() =>
        LedgerStores.Open(StoreAddress.Parse(_schema.Url.Replace("/ledger?", "/no_such_database?", StringComparison.Ordinal)), OpenMode.Existing));

    [Fact]
    public void Migrate_Twice_AppliesOnce()
    {
        Assert.Equal(Count, LedgerStores.Migrate(_schema.Address).Count);
        Assert.Empty(LedgerStores.Migrate(_schema.Address));
        using var store = _schema.Open();
    }

    [Fact]
    public async Task Migrate_ByManyAtOnce_AppliesOnce()
    {
        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => PostgresLedgerStore.Migrate(_schema.Address).Count)));

        Assert.Equal(Count, applied.Sum());
    }

    [Fact]
    public void Open_Older_SaysMigrate()
    {
        LedgerStores.Migrate(_schema.Address);
        _schema.Tamper($"DELETE FROM ledger_migrations WHERE number = {Count}");

        Assert.Contains("ledger store migrate", Assert.Throws<OlderLedgerException>(() => _schema.Open()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenAndMigrate_Newer_AreRefused()
    {
        LedgerStores.Migrate(_schema.Address);
        _schema.Run($"INSERT INTO ledger_migrations(number, name, checksum) VALUES({Count + 1}, 'later', '\\x00')");

        Assert.Throws<NewerLedgerException>(() => _schema.Open());
        Assert.Throws<NewerLedgerException>(() => LedgerStores.Migrate(_schema.Address));
    }

    [Theory]
    [InlineData("UPDATE ledger_migrations SET checksum = '\\x00' WHERE number = 2")]
    [InlineData("UPDATE ledger_migrations SET name = 'x' WHERE number = 1")]
    [InlineData("DELETE FROM ledger_migrations WHERE number = 1")]
    public void Open_NotesChanged_IsCorrupt(string sql)
    {
        LedgerStores.Migrate(_schema.Address);
        _schema.Tamper(sql);

        Assert.Throws<CorruptLedgerException>(() => _schema.Open());
    }

    [Fact]
    public void Migrate_WithoutTheRight_CannotWrite()
    {
        _schema.Run($"CREATE ROLE {_schema.Name}_guest LOGIN");
        try
        {
            Assert.Throws<StoreWriteException>(() => PostgresLedgerStore.Migrate(StoreAddress.Parse($"{_schema.Url}&user={_schema.Name}_guest")));
        }
        finally
        {
            _schema.Run($"DROP ROLE {_schema.Name}_guest");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();
}
