using System.Text;
using Ledger.Events.Streams;

namespace Ledger.Store.Sqlite;

/// <summary>Queries of streams on one connection.</summary>
internal sealed class SqliteStreams(SqliteSession session)
{
    /// <summary>Rows of a full page.</summary>
    public const int Page = 1024;

    /// <summary>The version of a stream's last event, 0 if there is no such stream.</summary>
    public long VersionOf(StreamName stream)
    {
        var statement = session.Prepare("SELECT version FROM streams WHERE name = ?1").Bind(1, stream.Value);
        var version = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return version;
    }

    /// <summary>The next names that begin so, after a name; SQLite orders text by its UTF-8 bytes.</summary>
    public List<StreamName> StartingWith(string beginning, string? after)
    {
        var rows = session.Prepare($"SELECT name FROM streams WHERE name >= ?1 AND (?2 IS NULL OR name > ?2) ORDER BY name LIMIT {Page}").Bind(1, after ?? beginning);
        _ = after is null ? rows.BindNull(2) : rows.Bind(2, after);
        var prefix = Encoding.UTF8.GetBytes(beginning);
        var names = new List<StreamName>();
        while (rows.Step() && rows.Bytes(0).StartsWith(prefix))
        {
            names.Add(new StreamName(rows.Text(0)));
        }

        rows.Reset();
        return names;
    }

}
