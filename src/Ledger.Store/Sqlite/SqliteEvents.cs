using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>Queries of events, a page at a time, so that no reader holds a snapshot longer than a page takes.</summary>
internal sealed class SqliteEvents(SqliteSession session)
{
    /// <summary>The position of the last event.</summary>
    public const string LastPosition = "SELECT coalesce(max(position), 0) FROM events";

    /// <summary>Rows of a full page.</summary>
    public const int Page = 1024;
    private const string Columns = "SELECT position, stream, version, alias, body, metadata, hash FROM events WHERE ";
    private const string Id = "(SELECT id FROM streams WHERE name = ?1)";

    private readonly Dictionary<long, StreamName> _names = [];

    /// <summary>The next events of a stream.</summary>
    public List<StoredEvent> OfStream(StreamName stream, long fromVersion) =>
        Read(session.Prepare($"{Columns} stream = {Id} AND version >= ?2 ORDER BY version LIMIT {Page}").Bind(1, stream.Value).Bind(2, fromVersion));

    /// <summary>One event of a stream, or null.</summary>
    public StoredEvent? At(StreamName stream, long version) =>
        Read(session.Prepare($"{Columns} stream = {Id} AND version = ?2").Bind(1, stream.Value).Bind(2, version)) is [var stored] ? stored : null;

    /// <summary>The next events of all streams.</summary>
    public List<StoredEvent> After(long position, string? exceptAlias)
    {
        var next = exceptAlias switch
        {
            null => session.Prepare($"{Columns} position > ?1 ORDER BY position LIMIT {Page}"),
            // The alias of most events stands in the text of the query, where the planner finds the index made for it.
            "step_trained" => session.Prepare($"{Columns} position > ?1 AND alias <> 'step_trained' ORDER BY position LIMIT {Page}"),
            _ => session.Prepare($"{Columns} position > ?1 AND alias <> ?2 ORDER BY position LIMIT {Page}").Bind(2, exceptAlias),
        };
        return Read(next.Bind(1, position));
    }

    private List<StoredEvent> Read(SqliteStatement rows)
    {
        var events = new List<StoredEvent>();
        var alias = new RepeatedText();
        while (rows.Step())
        {
            events.Add(new StoredEvent(
                rows.Number(0),
                NameOf(rows.Number(1)),
                rows.Number(2),
                alias.Read(rows.Bytes(3)),
                rows.Bytes(4).ToArray(),
                rows.CopyOrNull(5),
                rows.DigestAt(6)));
        }

        return events;
    }

    private StreamName NameOf(long id)
    {
        if (!_names.TryGetValue(id, out var name))
        {
            var statement = session.Prepare("SELECT name FROM streams WHERE id = ?1").Bind(1, id);
            name = statement.Step()
                ? new StreamName(statement.Text(0))
                : throw new CorruptLedgerException($"{session.Path}: events belong to stream number {id}, which does not exist; `ledger verify` lists what is damaged");
            statement.Reset();
            _names.Add(id, name);
        }

        return name;
    }
}
