using System.Collections.Frozen;

namespace Ledger.Store.Postgres;

/// <summary>Options of a database's address as Npgsql names them: those of libpq, and Npgsql's own with or without underscores.</summary>
internal static class PostgresOptions
{
    private static readonly FrozenDictionary<string, string> OfLibpq = new Dictionary<string, string>
    {
        ["user"] = "Username",
        ["dbname"] = "Database",
        ["sslrootcert"] = "Root Certificate",
        ["sslcert"] = "SSL Certificate",
        ["sslkey"] = "SSL Key",
        ["connect_timeout"] = "Timeout",
        ["target_session_attrs"] = "Target Session Attributes",
        ["gssencmode"] = "GSS Encryption Mode",
        ["krbsrvname"] = "Kerberos Service Name",
        ["keepalives_idle"] = "TCP Keepalive Time",
    }.ToFrozenDictionary();

    /// <summary>Npgsql's keyword of an option.</summary>
    public static string KeywordOf(string name) => OfLibpq.GetValueOrDefault(name) ?? name.Replace("_", string.Empty, StringComparison.Ordinal);

    /// <summary>The value as Npgsql spells it: libpq's <c>verify-full</c> is its <c>VerifyFull</c>.</summary>
    public static string ValueOf(string name, string value) => name is "sslmode" ? value.Replace("-", string.Empty, StringComparison.Ordinal) : value;
}
