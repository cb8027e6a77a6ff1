using Ledger.Store.Postgres;

namespace Ledger.Store;

/// <summary>
/// Where a ledger is: <c>postgres://user:password@host:port/database?sslmode=…&amp;schema=…</c>, or the path of a SQLite file.
/// It is written without its secrets.
/// </summary>
public sealed class StoreAddress
{
    private static readonly string[] Schemes = ["postgres://", "postgresql://"];

    private StoreAddress(string? path, PostgresAddress? postgres)
    {
        Path = path;
        Postgres = postgres;
    }

    /// <summary>The path of the SQLite file, or null if this is a database.</summary>
    public string? Path { get; }

    /// <summary>The database and how to connect, or null if this is a file.</summary>
    internal PostgresAddress? Postgres { get; }

    /// <summary>Reads an address.</summary>
    /// <exception cref="Contract.MalformedStoreAddressException">It is empty, of an unknown kind, or a database's address with a mistake.</exception>
    public static StoreAddress Parse(string text)
    {
        if (Schemes.FirstOrDefault(scheme => text.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)) is { } scheme)
        {
            return new StoreAddress(null, PostgresAddressReader.Read(text[scheme.Length..]));
        }

        return text switch
        {
            "" => throw new Contract.MalformedStoreAddressException("the store has no name: write postgres://user@host/database, or the path of a file"),
            _ when text.Contains("://", StringComparison.Ordinal) => throw new Contract.MalformedStoreAddressException($"'{text[..text.IndexOf("://", StringComparison.Ordinal)]}' is no kind of store: write postgres://user@host/database, or the path of a file"),
            _ when IsConnectionString(text) => throw new Contract.MalformedStoreAddressException("this looks like a connection string of keywords: write it as postgres://user:password@host:port/database"),
            _ => new StoreAddress(text, null),
        };
    }

    /// <summary>The address for messages: no password, no key.</summary>
    public override string ToString() => Path ?? Postgres!.ToString();

    private static bool IsConnectionString(string text) =>
        text.Contains('=', StringComparison.Ordinal) && (text.Contains("password", StringComparison.OrdinalIgnoreCase) || text.StartsWith("host=", StringComparison.OrdinalIgnoreCase) || text.StartsWith("server=", StringComparison.OrdinalIgnoreCase));
}
