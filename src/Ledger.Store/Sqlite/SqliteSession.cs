using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Ledger.Store.Sqlite;

/// <summary>One connection with its prepared statements; used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _statements = new(StringComparer.Ordinal);

    /// <summary>Connects to <paramref name="source"/>, a path or a URI, without pooling: a closed ledger leaves no open file.</summary>
    public SqliteSession(string path, string source, SqliteOpenMode mode, TimeSpan lockTimeout)
    {
        Path = path;
        var settings = new SqliteConnectionStringBuilder { DataSource = source, Mode = mode, Pooling = false, DefaultTimeout = 1 };
        _connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            _connection.Open();
            Check(raw.sqlite3_busy_timeout(Handle, (int)lockTimeout.TotalMilliseconds));
        }
        catch (SqliteException exception)
        {
            _connection.Dispose();
            throw SqliteFault.Of(exception.SqliteExtendedErrorCode, exception.Message, path, exception);
        }
    }

    /// <summary>The ledger file, for messages.</summary>
    public string Path { get; }

    /// <summary>SQLite's own handle.</summary>
    public sqlite3 Handle => _connection.Handle!;

    /// <summary>The prepared statement for <paramref name="sql"/>, made on first use; one user at a time.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            statement = new SqliteStatement(this, sql);
            _statements.Add(sql, statement);
        }

        // Whoever used it last may have been stopped by an exception.
        statement.Reset();
        return statement;
    }

    /// <summary>Runs statements that are needed once, parameterless and without an answer.</summary>
    public void Execute(string sql) => Check(raw.sqlite3_exec(Handle, sql));

    /// <summary>The one number that a statement answers.</summary>
    public long Number(string sql)
    {
        var statement = Prepare(sql);
        var number = statement.Step() ? statement.Number(0) : 0;
        statement.Reset();
        return number;
    }

    /// <summary>Throws what a result code means.</summary>
    public void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Fault();
        }
    }

    /// <summary>The exception for what went wrong last.</summary>
    public Exception Fault() => SqliteFault.Of(raw.sqlite3_extended_errcode(Handle), raw.sqlite3_errmsg(Handle).utf8_to_string(), Path);

    /// <summary>True outside a transaction.</summary>
    public bool IsIdle => raw.sqlite3_get_autocommit(Handle) != 0;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }
}
