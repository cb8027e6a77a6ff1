using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>A database, the schema in it that holds the ledger, and how to connect.</summary>
internal sealed class PostgresAddress
{
    /// <summary>The schema where no other is named.</summary>
    public const string DefaultSchema = "ledger";

    private readonly string _connection;

    /// <summary>An address from what Npgsql is to be told.</summary>
    public PostgresAddress(NpgsqlConnectionStringBuilder settings, string schema)
    {
        Schema = schema;
        _connection = settings.ConnectionString;
    }

    /// <summary>The schema: lower-case letters, digits and underscores.</summary>
    public string Schema { get; }

    /// <summary>What Npgsql is told: a copy, which holds secrets.</summary>
    public NpgsqlConnectionStringBuilder Settings() => new(_connection);

    /// <summary>The address without its secrets.</summary>
    public override string ToString()
    {
        var settings = Settings();
        var isSocket = settings.Host is ['/', ..];
        var user = settings.Username is null ? string.Empty : $"{Uri.EscapeDataString(settings.Username)}@";
        var port = settings.Port == NpgsqlConnection.DefaultPort ? string.Empty : $":{settings.Port}";
        string[] options = [.. isSocket ? [$"host={settings.Host}"] : Array.Empty<string>(), .. Schema == DefaultSchema ? Array.Empty<string>() : [$"schema={Schema}"]];
        return $"postgres://{user}{(isSocket ? string.Empty : settings.Host)}{port}/{Uri.EscapeDataString(settings.Database ?? string.Empty)}{(options.Length > 0 ? "?" : string.Empty)}{string.Join('&', options)}";
    }
}
