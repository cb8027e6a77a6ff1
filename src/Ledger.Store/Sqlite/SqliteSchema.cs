using System.Diagnostics;
using Ledger.Store.Contract;
using Ledger.Store.Migrations;

namespace Ledger.Store.Sqlite;

/// <summary>The tables of a ledger file: <c>user_version</c> is the number of the last migration in <c>migrations/sqlite</c>.</summary>
internal static class SqliteSchema
{
    /// <summary>The letters LEDG, by which a ledger is told from other SQLite files.</summary>
    public const int ApplicationId = 0x4C454447;

    private static readonly IReadOnlyList<Migration> Migrations = MigrationCatalogue.Of("sqlite");

    /// <summary>The schema that this program reads and writes.</summary>
    public static int Version => Migrations.Count;

    /// <summary>True if there is nothing in the file yet.</summary>
    public static bool IsEmpty(SqliteSession session) =>
        session.Number("PRAGMA application_id") == 0 && session.Number("SELECT count(*) FROM sqlite_schema") == 0;

    /// <summary>Makes an empty file a ledger, unless another process just did.</summary>
    public static void Create(SqliteSession session)
    {
        session.Execute("BEGIN IMMEDIATE");
        if (IsEmpty(session))
        {
            session.Execute($"PRAGMA application_id = {ApplicationId}");
            Apply(session, 0);
        }

        session.Execute("COMMIT");
    }

    /// <summary>Brings a ledger up to date in one transaction; returns the migrations that were applied.</summary>
    /// <exception cref="CorruptLedgerException">The file is no ledger.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    public static IReadOnlyList<Migration> Migrate(SqliteSession session)
    {
        session.Execute("BEGIN IMMEDIATE");
        var version = VersionOf(session);
        Apply(session, version);
        session.Execute("COMMIT");
        return [.. Migrations.Skip(version)];
    }

    /// <summary>Refuses a file that is no ledger, or one that another version wrote.</summary>
    public static void Check(SqliteSession session)
    {
        var version = VersionOf(session);
        if (version < Version)
        {
            throw new OlderLedgerException($"{session.Path} has schema {version}, this version of ledger works with {Version}: run `ledger store migrate --store '{session.Path}'`; nothing that is recorded changes");
        }

        var rows = session.Prepare("SELECT number, name, checksum FROM migrations ORDER BY number");
        var applied = 0;
        while (rows.Step())
        {
            var known = rows.Number(0) == applied + 1 && applied < Migrations.Count ? Migrations[applied] : null;
            if (known is null || known.Name != rows.Text(1) || known.Checksum != rows.DigestOrNull(2))
            {
                throw new CorruptLedgerException($"{session.Path} says that migration {rows.Number(0)} was '{rows.Text(1)}' with another checksum than this program's: it was made by something else, or altered");
            }

            applied++;
        }

        if (applied != Migrations.Count)
        {
            throw new CorruptLedgerException($"{session.Path} has schema {version}, but only {applied} migrations are noted in it: it was altered");
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

    private static int VersionOf(SqliteSession session)
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

        return version >= 1
            ? (int)version
            : throw new CorruptLedgerException($"{session.Path} has schema {version}, which no version of ledger wrote: restore it from a copy");
    }

    private static void Apply(SqliteSession session, int version)
    {
        foreach (var migration in Migrations.Skip(version))
        {
            session.Execute(migration.Sql);
        }

        foreach (var migration in Migrations)
        {
            session.Prepare("INSERT OR IGNORE INTO migrations(number, name, checksum) VALUES(?1, ?2, ?3)").Bind(1, migration.Number).Bind(2, migration.Name).Bind(3, migration.Checksum).Execute();
        }

        session.Execute($"PRAGMA user_version = {Version}");
        new SqliteTree(session).CatchUp();
    }
}
