using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>Notes on cached states on one connection.</summary>
internal sealed class SqliteStateNotes(SqliteSession session)
{
    private const string Present = "SELECT trajectory, step, state FROM cached_states WHERE EXISTS(SELECT 1 FROM blobs WHERE digest = state)";

    /// <summary>Notes a state, in place of what was noted there before.</summary>
    public void Note(StreamName trajectory, int step, Digest state) =>
        session.Prepare("INSERT INTO cached_states(trajectory, step, state) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET state = excluded.state")
            .Bind(1, trajectory.Value).Bind(2, step).Bind(3, state).Execute();

    /// <summary>The latest present state at or before a step.</summary>
    public CachedState? Nearest(StreamName trajectory, int step) =>
        Read(session.Prepare($"{Present} AND trajectory = ?1 AND step <= ?2 ORDER BY step DESC LIMIT 1").Bind(1, trajectory.Value).Bind(2, step)) is [var nearest] ? nearest : null;

    /// <summary>Every present state.</summary>
    public List<CachedState> All() => Read(session.Prepare($"{Present} ORDER BY trajectory, step"));

    /// <summary>Forgets one note.</summary>
    public void Forget(StreamName trajectory, int step) =>
        session.Prepare("DELETE FROM cached_states WHERE trajectory = ?1 AND step = ?2").Bind(1, trajectory.Value).Bind(2, step).Execute();

    // A note is a hint: one that cannot be read is worth as little as one that is not there.
    private static List<CachedState> Read(SqliteStatement rows)
    {
        var states = new List<CachedState>();
        while (rows.Step())
        {
            if (rows.DigestOrNull(2) is { } state)
            {
                states.Add(new CachedState(new StreamName(rows.Text(0)), (int)rows.Number(1), state));
            }
        }

        return states;
    }
}
