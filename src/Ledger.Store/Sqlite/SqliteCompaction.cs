namespace Ledger.Store.Sqlite;

/// <summary>Makes a ledger file smaller.</summary>
internal static class SqliteCompaction
{
    /// <summary>Writes the file anew without what is free, through the log, which is then merged and cut.</summary>
    public static Task<bool> Run(SqliteSession session)
    {
        session.Execute("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
        return Task.FromResult(true);
    }
}
