using System.Diagnostics;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>The tables of a ledger file, version 1 (docs/events.md).</summary>
internal static class SqliteSchema
{
    /// <summary>The letters LEDG, by which a ledger is told from other SQLite files.</summary>
    public const int ApplicationId = 0x4C454447;

    /// <summary>The version that this program writes.</summary>
    public const int Version = 1;

    // A blob's row keeps its rowid: a megabyte of content has no place in the tree that digests are searched in.
    // The index of few events answers a reader that skips training steps without touching them, and costs a step nothing.
    private const string Tables = """
        CREATE TABLE streams(
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            version INTEGER NOT NULL) STRICT;
        CREATE TABLE events(
            position INTEGER PRIMARY KEY,
            stream INTEGER NOT NULL REFERENCES streams(id),
            version INTEGER NOT NULL,
            alias TEXT NOT NULL,
            body TEXT NOT NULL,
            metadata TEXT,
            hash BLOB NOT NULL,
            UNIQUE(stream, version)) STRICT;
        CREATE INDEX events_but_steps ON events(position) WHERE alias <> 'step_trained';
        CREATE TABLE blobs(
            digest BLOB NOT NULL PRIMARY KEY,
            kind TEXT NOT NULL,
            content BLOB NOT NULL) STRICT;
        CREATE TABLE cached_states(
            trajectory TEXT NOT NULL,
            step INTEGER NOT NULL,
            state BLOB NOT NULL,
            PRIMARY KEY(trajectory, step)) STRICT, WITHOUT ROWID;
        """;

    /// <summary>True if there is nothing in the file yet.</summary>
    public static bool IsEmpty(SqliteSession session) =>
        session.Number("PRAGMA application_id") == 0 && session.Number("SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Makes an empty file a ledger, unless another process just did.</summary>
    public static void Create(SqliteSession session)
    {
        session.Execute("BEGIN IMMEDIATE");
        if (IsEmpty(session))
        {
            session.Execute(Tables);
            session.Execute($"PRAGMA application_id = {ApplicationId}; PRAGMA user_version = {Version}");
        }

        session.Execute("COMMIT");
    }

    /// <summary>Refuses a file that is no ledger, or one that a newer version wrote.</summary>
    public static void Check(SqliteSession session)
    {
        var application = session.Number("PRAGMA application_id");
        if (application != ApplicationId)
        {
            throw new CorruptLedgerException($"{session.Path} is no ledger: its application id is {application:x8}, a ledger's is {ApplicationId:x8}; name another file");
        }

        var version = session.Number("PRAGMA user_version");
        if (version > Version)
        {
            throw new NewerLedgerException($"{session.Path} has schema {version}, this version of ledger reads up to {Version}: use the version that wrote it, or a later one");
        }

        if (version != Version)
        {
            throw new CorruptLedgerException($"{session.Path} has schema {version}, which no version of ledger wrote: restore it from a copy");
        }
    }

    /// <summary>
    /// Readers and one writer side by side (sqlite.org/wal.html). Last, so that a file is a whole ledger or empty before; repeated,
    /// because changing the mode does not wait for locks by itself.
    /// </summary>
    public static void UseWriteAheadLog(SqliteSession session, TimeSpan lockTimeout)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                session.Execute("PRAGMA journal_mode = WAL");
                return;
            }
            catch (StoreUnreachableException) when (Stopwatch.GetElapsedTime(started) < lockTimeout)
            {
                Thread.Sleep(10);
            }
        }
    }
}
