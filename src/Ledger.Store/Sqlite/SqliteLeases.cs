using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>Leases on one connection; times are milliseconds since 1970 by the given clock.</summary>
internal sealed class SqliteLeases(SqliteSession session, TimeProvider clock)
{
    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Notes that work waits.</summary>
    public void Offer(StreamName work, string label) =>
        session.Prepare("INSERT OR IGNORE INTO leases(work, label) VALUES(?1, ?2)").Bind(1, work.Value).Bind(2, label).Execute();

    /// <summary>Takes work that is free, expired or ours; false if another has it.</summary>
    public bool Take(StreamName work, string label, string holder, TimeSpan duration)
    {
        var now = Now;
        session.Prepare("""
            INSERT INTO leases(work, label, holder, expires) VALUES(?1, ?2, ?3, ?4)
            ON CONFLICT(work) DO UPDATE SET holder = ?3, expires = ?4 WHERE holder IS NULL OR holder = ?3 OR expires <= ?5
            """).Bind(1, work.Value).Bind(2, label).Bind(3, holder).Bind(4, now + (long)duration.TotalMilliseconds).Bind(5, now).Execute();
        return session.Number("SELECT changes()") == 1;
    }

    /// <summary>Extends a lease; false if it is not ours any more.</summary>
    public bool Renew(StreamName work, string holder, TimeSpan duration)
    {
        session.Prepare("UPDATE leases SET expires = ?3 WHERE work = ?1 AND holder = ?2").Bind(1, work.Value).Bind(2, holder).Bind(3, Now + (long)duration.TotalMilliseconds).Execute();
        return session.Number("SELECT changes()") == 1;
    }

    /// <summary>Gives back unfinished work.</summary>
    public void Release(StreamName work, string holder) =>
        session.Prepare("UPDATE leases SET holder = NULL, expires = NULL WHERE work = ?1 AND holder = ?2").Bind(1, work.Value).Bind(2, holder).Execute();

    /// <summary>Forgets work.</summary>
    public void Forget(StreamName work) => session.Prepare("DELETE FROM leases WHERE work = ?1").Bind(1, work.Value).Execute();

    /// <summary>All of them.</summary>
    public IReadOnlyList<Lease> All()
    {
        var now = Now;
        var leases = new List<Lease>();
        var rows = session.Prepare("SELECT work, label, holder IS NOT NULL, coalesce(holder, ''), coalesce(expires, 0) FROM leases ORDER BY work");
        while (rows.Step())
        {
            var isHeld = rows.Number(2) == 1;
            var expires = rows.Number(4);
            leases.Add(new Lease(
                new StreamName(rows.Text(0)),
                rows.Text(1),
                isHeld ? rows.Text(3) : null,
                isHeld ? DateTimeOffset.FromUnixTimeMilliseconds(expires) : null,
                isHeld && expires <= now));
        }

        return leases;
    }
}
