using Ledger.Store.Contract;
using Ledger.Store.Migrations;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Sqlite;

/// <summary>Where a ledger file is and how it is opened.</summary>
internal sealed class SqliteFile
{
    private readonly OpenMode _mode;
    private bool _isImmutable;

    private SqliteFile(string path, OpenMode mode, SqliteLedgerOptions options)
    {
        Path = System.IO.Path.GetFullPath(path);
        _mode = mode;
        Options = options;
    }

    /// <summary>The full path.</summary>
    public string Path { get; }

    /// <summary>How patient it is.</summary>
    public SqliteLedgerOptions Options { get; }

    /// <summary>True if nothing may be written.</summary>
    public bool IsReadOnly => _mode == OpenMode.ReadOnly;

    /// <summary>Finds or makes the ledger and checks that it is one this version reads.</summary>
    /// <exception cref="LedgerNotFoundException">There is no such file and none may be made.</exception>
    /// <exception cref="CorruptLedgerException">The file is no ledger.</exception>
    /// <exception cref="NewerLedgerException">A newer version wrote it.</exception>
    /// <exception cref="StoreUnreachableException">Another process holds it.</exception>
    /// <exception cref="StoreWriteException">It, or its folder, cannot be written.</exception>
    public static SqliteFile Find(string path, OpenMode mode, SqliteLedgerOptions options)
    {
        var file = new SqliteFile(path, mode, options);
        file.Prepare();
        return file;
    }

    /// <summary>Brings an existing ledger up to date; returns the migrations that were applied.</summary>
    public static IReadOnlyList<Migration> Migrate(string path, SqliteLedgerOptions options)
    {
        var file = new SqliteFile(path, OpenMode.Existing, options);
        file.CheckPath();
        using var session = file.Connect();
        return SqliteSchema.Migrate(session);
    }

    /// <summary>A connection of its own.</summary>
    public SqliteSession Connect()
    {
        var session = Open();
        try
        {
            session.Execute(IsReadOnly ? "PRAGMA query_only = ON" : "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        CheckPath();
        try
        {
            Check();
        }
        catch (StoreWriteException) when (IsReadOnly && !HasUnmergedLog())
        {
            // The log's shared memory cannot be made on a read-only medium; where nothing can write, nothing needs to be shared.
            _isImmutable = true;
            Check();
        }
    }

    private void CheckPath()
    {
        if (Directory.Exists(Path))
        {
            throw new StoreWriteException($"{Path} is a folder: name a file in it");
        }

        if (_mode != OpenMode.Create)
        {
            if (!File.Exists(Path))
            {
                throw new LedgerNotFoundException($"there is no ledger at {Path}: name another with --store, or make one by running an experiment");
            }

            return;
        }

        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StoreWriteException($"the folder of {Path} cannot be made: {exception.Message}", exception);
        }
    }

    private void Check()
    {
        using var session = Connect();
        if (_mode == OpenMode.Create && SqliteSchema.IsEmpty(session))
        {
            SqliteSchema.Create(session);
        }

        SqliteSchema.Check(session);
        if (!IsReadOnly)
        {
            SqliteBundle.Refuse(session);
            SqliteSchema.UseWriteAheadLog(session, Options.LockTimeout);
        }
    }

    private bool HasUnmergedLog() => new FileInfo(Path + "-wal") is { Exists: true, Length: > 0 };

    // Read-only ledgers are opened for writing where possible and only queried: a connection that may not write leaves the log's
    // files behind when it closes.
    private SqliteSession Open() => _isImmutable
        ? new SqliteSession(Path, $"{new Uri(Path).AbsoluteUri}?immutable=1", SqliteOpenMode.ReadOnly, Options.LockTimeout)
        : new SqliteSession(Path, Path, _mode == OpenMode.Create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite, Options.LockTimeout);
}
