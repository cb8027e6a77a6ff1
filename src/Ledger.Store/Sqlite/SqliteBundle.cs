using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>A bundle: a ledger file with one more table, which holds what makes it self-contained. It is read like any ledger and never written to.</summary>
public static class SqliteBundle
{
    private const string Table = "CREATE TABLE bundle(name TEXT PRIMARY KEY, content BLOB NOT NULL) STRICT";
    private const string HasTable = "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'bundle'";

    /// <summary>True if the file at <paramref name="path"/> is a bundle; false if it is another ledger or none at all.</summary>
    public static bool IsBundle(string path)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var session = SqliteFile.Find(path, OpenMode.ReadOnly, SqliteLedgerOptions.Default).Connect();
        return IsBundle(session);
    }

    /// <summary>The parts of a bundle by name, or null if the store is none.</summary>
    public static IReadOnlyDictionary<string, byte[]>? PartsOf(ILedgerStore store)
    {
        if (store is not SqliteLedgerStore { Location: var path } || !IsBundle(path))
        {
            return null;
        }

        using var session = SqliteFile.Find(path, OpenMode.ReadOnly, SqliteLedgerOptions.Default).Connect();
        var parts = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var rows = session.Prepare("SELECT name, content FROM bundle");
        while (rows.Step())
        {
            parts.Add(rows.Text(0), rows.Bytes(1).ToArray());
        }

        return parts;
    }

    /// <summary>Makes a closed ledger file a bundle, in one file.</summary>
    public static void Complete(string path, IReadOnlyDictionary<string, byte[]> parts)
    {
        using var session = SqliteFile.Find(path, OpenMode.Existing, SqliteLedgerOptions.Default).Connect();
        session.Execute("BEGIN IMMEDIATE");
        session.Execute(Table);
        foreach (var (name, content) in parts)
        {
            session.Prepare("INSERT INTO bundle(name, content) VALUES(?1, ?2)").Bind(1, name).BindBlob(2, content).Execute();
        }

        session.Execute("COMMIT");
        session.Execute("PRAGMA journal_mode = DELETE");
    }

    /// <summary>Copies a bundle to a file that does not exist yet, as a ledger that may be written to.</summary>
    public static void CopyAsLedger(string path, string target)
    {
        using (var from = File.OpenRead(path))
        using (var to = new FileStream(target, FileMode.CreateNew))
        {
            from.CopyTo(to);
        }

        using var session = SqliteFile.Find(target, OpenMode.ReadOnly, SqliteLedgerOptions.Default).Connect();
        session.Execute("PRAGMA query_only = OFF; DROP TABLE bundle");
    }

    /// <summary>Refuses to open a bundle for writing.</summary>
    /// <exception cref="StoreWriteException">It is one.</exception>
    internal static void Refuse(SqliteSession session)
    {
        if (IsBundle(session))
        {
            throw new StoreWriteException($"{session.Path} is a bundle, which is only read: take it into a ledger with `ledger import {session.Path}`, and work there");
        }
    }

    private static bool IsBundle(SqliteSession session) => session.Number(HasTable) > 0;
}
