using System.Globalization;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>
/// Reads the part of an address behind <c>postgres://</c>, as libpq spells it (PostgreSQL manual, 34.1.1.2). A password that was not
/// escaped can turn up in any part, so messages repeat nothing but names of options.
/// </summary>
internal static class PostgresAddressReader
{
    private const int LongestSchema = 48;

    private const string Form = "postgres://user:password@host:port/database?schema=…";

    /// <summary>The address of a text.</summary>
    /// <exception cref="MalformedStoreAddressException">It has a mistake.</exception>
    public static PostgresAddress Read(string text)
    {
        var settings = new NpgsqlConnectionStringBuilder();
        var schema = PostgresAddress.DefaultSchema;
        var (rest, query) = Split(text, '?');
        var (authority, database) = Split(rest ?? string.Empty, '/');
        if ((database + query).Contains('@', StringComparison.Ordinal))
        {
            throw Wrong("an '@' stands behind a '/' or '?': in user and password write %40 for @, %2F for /, %3F for ?, %3A for : and %25 for %");
        }

        ReadAuthority(authority ?? string.Empty, settings);
        settings.Database = database is { Length: > 0 } ? Unescape(database) : null;
        foreach (var option in (query ?? string.Empty).Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Split(option, '=');
            schema = Set(settings, Unescape(name!), Unescape(value ?? string.Empty)) ?? schema;
        }

        return new PostgresAddress(Complete(settings), schema);
    }

    private static void ReadAuthority(string authority, NpgsqlConnectionStringBuilder settings)
    {
        var at = authority.LastIndexOf('@');
        if (at >= 0)
        {
            var (user, password) = Split(authority[..at], ':');
            settings.Username = user is { Length: > 0 } ? Unescape(user) : null;
            settings.Password = password is null ? null : Unescape(password);
        }

        var host = authority[(at + 1)..];
        var colon = host.LastIndexOf(':');
        if (colon > host.LastIndexOf(']'))
        {
            settings.Port = ushort.TryParse(host.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port > 0
                ? port
                : throw Wrong("the port is not a number from 1 to 65535");
            host = host[..colon];
        }

        settings.Host = host.Length > 0 ? Unescape(host).Trim('[', ']') : null;
    }

    private static string? Set(NpgsqlConnectionStringBuilder settings, string name, string value)
    {
        if (name == "schema")
        {
            return IsSchema(value) ? value : throw Wrong($"a schema's name has lower-case letters, digits and underscores, begins with no digit and is at most {LongestSchema} long");
        }

        try
        {
            settings[PostgresOptions.KeywordOf(name)] = PostgresOptions.ValueOf(name, value);
            return null;
        }
        catch (ArgumentException exception)
        {
            throw exception.InnerException is KeyNotFoundException
                ? Wrong($"there is no option '{(IsWord(name) ? name : "…")}'; known are schema, host, sslmode, sslrootcert, sslcert, sslkey, connect_timeout, application_name and what Npgsql knows")
                : Wrong($"the value of the option '{name}' is none that it takes");
        }
    }

    private static NpgsqlConnectionStringBuilder Complete(NpgsqlConnectionStringBuilder settings)
    {
        settings.Host ??= Environment.GetEnvironmentVariable("PGHOST") ?? "localhost";
        settings.ApplicationName ??= "ledger";
        return settings.Multiplexing || settings.NoResetOnClose
            ? throw Wrong("the options multiplexing and noresetonclose cannot be used: a ledger holds locks for as long as a transaction")
            : settings;
    }

    private static bool IsSchema(string name) =>
        name.Length is > 0 and <= LongestSchema && !char.IsAsciiDigit(name[0]) && name.All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_') && !name.StartsWith("pg_", StringComparison.Ordinal);

    private static bool IsWord(string name) => name.Length <= 40 && name.All(static letter => char.IsAsciiLetter(letter) || letter is '_' or ' ');

    private static string Unescape(string text) => Uri.UnescapeDataString(text);

    private static (string? Before, string? After) Split(string text, char at)
    {
        var index = text.IndexOf(at, StringComparison.Ordinal);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static MalformedStoreAddressException Wrong(string what) => new($"the address of the database: {what}; it is written {Form}");
}
