using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>One append, inside a transaction: whatever it builds on is read there, because other processes write too.</summary>
internal sealed class SqliteAppend(SqliteSession session, StreamName stream)
{
    /// <summary>Compares the events that are already there and adds the rest.</summary>
    public AppendResult Append(long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        var (id, version) = Head();
        if (expectedVersion > version)
        {
            return new AppendResult.Conflict(version + 1, null, default);
        }

        var previous = expectedVersion == 0 ? default : HashAt(id, expectedVersion);
        var there = (int)Math.Min(version - expectedVersion, events.Count);
        for (var i = 0; i < there; i++)
        {
            var ours = Hash(previous, expectedVersion + i + 1, events[i]);
            var theirs = HashAt(id, expectedVersion + i + 1);
            if (ours != theirs)
            {
                return new AppendResult.Conflict(expectedVersion + i + 1, theirs, ours);
            }

            previous = ours;
        }

        if (there < events.Count)
        {
            id = id == 0 ? AddStream() : id;
            version = Insert(id, version, previous, events, there);
            SetVersion(id, version);
        }

        return new AppendResult.Appended(version, there);
    }

    private (long Id, long Version) Head()
    {
        var statement = session.Prepare("SELECT id, version FROM streams WHERE name = ?1").Bind(1, stream.Value);
        var head = statement.Step() ? (statement.Number(0), statement.Number(1)) : (0, 0);
        statement.Reset();
        return head;
    }

    private Digest HashAt(long id, long version)
    {
        var statement = session.Prepare("SELECT hash FROM events WHERE stream = ?1 AND version = ?2").Bind(1, id).Bind(2, version);
        var hash = statement.Step()
            ? statement.DigestAt(0)
            : throw new CorruptLedgerException($"{session.Path}: {stream} has no event of version {version}; `ledger verify` lists what is damaged");
        statement.Reset();
        return hash;
    }

    private Digest Hash(Digest previous, long version, NewEvent added) =>
        EventHash.Compute(previous, stream, version, added.Alias, added.Body.Span);

    private long AddStream()
    {
        session.Prepare("INSERT INTO streams(name, version) VALUES(?1, 0)").Bind(1, stream.Value).Execute();
        return session.Number("SELECT last_insert_rowid()");
    }

    private long Insert(long id, long version, Digest previous, IReadOnlyList<NewEvent> events, int there)
    {
        var position = session.Number(SqliteEvents.LastPosition);
        var tree = new SqliteTree(session);
        var frontier = tree.Frontier(position);
        var complete = new List<TileEntry>();
        var insert = session.Prepare("INSERT INTO events(position, stream, version, alias, body, metadata, hash) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7)").Bind(2, id);
        for (var i = there; i < events.Count; i++)
        {
            previous = Hash(previous, ++version, events[i]);
            insert.Bind(1, ++position).Bind(3, version).Bind(4, events[i].Alias).BindText(5, events[i].Body.Span).Bind(7, previous);
            _ = events[i].Metadata is { } metadata ? insert.BindText(6, metadata.Span) : insert.BindNull(6);
            insert.Execute();
            frontier.Add(EventLeaf.Hash(stream, version, events[i].Alias, previous, events[i].Metadata), complete);
        }

        tree.Add(complete);
        return version;
    }

    private void SetVersion(long id, long version) =>
        session.Prepare("UPDATE streams SET version = ?2 WHERE id = ?1").Bind(1, id).Bind(2, version).Execute();
}
