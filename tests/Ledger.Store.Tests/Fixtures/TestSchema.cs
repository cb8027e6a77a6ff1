using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Npgsql;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>A schema of its own in the database that <c>./test</c> started, gone after the test.</summary>
public sealed class TestSchema : IDisposable
{
    private const string Variable = "LEDGER_TEST_POSTGRES";

    private readonly string _name = $"t_{Guid.NewGuid():n}";

    /// <summary>An empty ledger, or nothing yet; skips the test if there is no server.</summary>
    public TestSchema(bool isMigrated = true)
    {
        var url = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"{Variable} names no PostgreSQL: ./test starts one where its programs are installed");
        Url = $"{url}{(url!.Contains('?', StringComparison.Ordinal) ? '&' : '?')}schema={_name}";
        Address = StoreAddress.Parse(Url);
        if (isMigrated)
        {
            PostgresLedgerStore.Migrate(Address);
        }
    }

    /// <summary>The address as text.</summary>
    public string Url { get; }

    /// <summary>The address.</summary>
    public StoreAddress Address { get; }

    /// <summary>The schema's name.</summary>
    public string Name => _name;

    /// <summary>Opens the ledger.</summary>
    public ILedgerStore Open(OpenMode mode = OpenMode.Existing) => PostgresLedgerStore.Open(Address, mode);

    /// <summary>A connection as the owner, in the schema.</summary>
    public NpgsqlConnection Connect()
    {
        var settings = Address.Postgres!.Settings();
        settings.SearchPath = _name;
        settings.Pooling = false;
        settings.IncludeErrorDetail = true;
        var connection = new NpgsqlConnection(settings.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>Runs SQL as the owner; answers the first value.</summary>
    public object? Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Runs SQL as an owner who has switched the triggers off; answers the first value.</summary>
    public object? Tamper(string sql) => Run($"SET session_replication_role = replica; {sql}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Address is not null)
        {
            Run($"DROP SCHEMA IF EXISTS {_name} CASCADE");
        }
    }
}
