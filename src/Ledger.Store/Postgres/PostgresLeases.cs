using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Leases on one connection; time is the server's, which all machines share.</summary>
internal sealed class PostgresLeases(NpgsqlConnection connection, CancellationToken cancellation)
{
    /// <summary>Notes that work waits.</summary>
    public Task<int> Offer(StreamName work, string label) =>
        connection.Command("INSERT INTO ledger_leases(work, label) VALUES($1, $2) ON CONFLICT DO NOTHING", work.Value, label).Execute(cancellation);

    /// <summary>Takes work that is free, expired or ours; false if another has it.</summary>
    public async Task<bool> Take(StreamName work, string label, string holder, TimeSpan duration) => await connection.Command(
        """
        INSERT INTO ledger_leases AS l(work, label, holder, expires) VALUES($1, $2, $3, clock_timestamp() + $4)
        ON CONFLICT (work) DO UPDATE SET holder = $3, expires = clock_timestamp() + $4
        WHERE l.holder IS NULL OR l.holder = $3 OR l.expires <= clock_timestamp()
        """,
        work.Value,
        label,
        holder,
        duration).Execute(cancellation).ConfigureAwait(false) == 1;

    /// <summary>Extends a lease; false if it is not ours any more.</summary>
    public async Task<bool> Renew(StreamName work, string holder, TimeSpan duration) => await connection.Command(
        "UPDATE ledger_leases SET expires = clock_timestamp() + $3 WHERE work = $1 AND holder = $2", work.Value, holder, duration).Execute(cancellation).ConfigureAwait(false) == 1;

    /// <summary>Gives back unfinished work.</summary>
    public Task<int> Release(StreamName work, string holder) =>
        connection.Command("UPDATE ledger_leases SET holder = NULL, expires = NULL WHERE work = $1 AND holder = $2", work.Value, holder).Execute(cancellation);

    /// <summary>Forgets work.</summary>
    public Task<int> Forget(StreamName work) => connection.Command("DELETE FROM ledger_leases WHERE work = $1", work.Value).Execute(cancellation);

    /// <summary>All of them.</summary>
    public async Task<IReadOnlyList<Lease>> All() =>
        await connection.Command("SELECT work, label, holder, expires, coalesce(expires <= clock_timestamp(), false) FROM ledger_leases ORDER BY work").Rows(Read, cancellation).ConfigureAwait(false);

    private static Lease Read(NpgsqlDataReader row) => new(
        new StreamName(row.GetString(0)),
        row.GetString(1),
        row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : new DateTimeOffset(row.GetDateTime(3), TimeSpan.Zero),
        row.GetBoolean(4));
}
