using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Notes on cached states on one connection.</summary>
internal sealed class PostgresStateNotes(NpgsqlConnection connection, CancellationToken cancellation)
{
    private const string Present = """
        SELECT trajectory, step, state FROM ledger_cached_states n
        WHERE (EXISTS(SELECT FROM ledger_states b WHERE b.digest = n.state) OR EXISTS(SELECT FROM ledger_masks b WHERE b.digest = n.state))
        """;

    /// <summary>Notes a state, in place of what was noted there before.</summary>
    public Task<int> Note(StreamName trajectory, int step, Digest state) => connection.Command(
        "INSERT INTO ledger_cached_states(trajectory, step, state) VALUES($1, $2, $3) ON CONFLICT (trajectory, step) DO UPDATE SET state = excluded.state",
        trajectory.Value,
        step,
        state.ToBytes()).Execute(cancellation);

    /// <summary>The latest present state at or before a step.</summary>
    public async Task<CachedState?> Nearest(StreamName trajectory, int step) =>
        await Read(connection.Command($"{Present} AND trajectory = $1 AND step <= $2 ORDER BY step DESC LIMIT 1", trajectory.Value, step)).ConfigureAwait(false) is [var nearest] ? nearest : null;

    /// <summary>Every present state.</summary>
    public Task<List<CachedState>> All() => Read(connection.Command($"{Present} ORDER BY trajectory, step"));

    /// <summary>Forgets one note.</summary>
    public Task<int> Forget(StreamName trajectory, int step) =>
        connection.Command("DELETE FROM ledger_cached_states WHERE trajectory = $1 AND step = $2", trajectory.Value, step).Execute(cancellation);

    // A note is a hint, and leads only to what is here under its digest.
    private Task<List<CachedState>> Read(NpgsqlCommand command) =>
        command.Rows(static row => new CachedState(new StreamName(row.GetString(0)), row.GetInt32(1), new Digest(row.GetFieldValue<byte[]>(2))), cancellation);
}
