using System.Text;
using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using SQLitePCL;

namespace Ledger.Store.Sqlite;

/// <summary>
/// A prepared statement, used again and again. It speaks to SQLite directly because a data reader with boxed parameters costs
/// several times what inserting one small event does, and because text is needed as the bytes that were hashed.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3_stmt _statement;
    private readonly SqliteSession _session;

    /// <summary>Prepares <paramref name="sql"/>.</summary>
    public SqliteStatement(SqliteSession session, string sql)
    {
        _session = session;
        session.Check(raw.sqlite3_prepare_v3(session.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    /// <summary>Binds a number.</summary>
    public SqliteStatement Bind(int parameter, long value) => Checked(raw.sqlite3_bind_int64(_statement, parameter, value));

    /// <summary>Binds text.</summary>
    public SqliteStatement Bind(int parameter, string value) => BindText(parameter, Encoding.UTF8.GetBytes(value));

    /// <summary>Binds text that is UTF-8 already.</summary>
    public SqliteStatement BindText(int parameter, ReadOnlySpan<byte> utf8) => Checked(raw.sqlite3_bind_text(_statement, parameter, utf8));

    /// <summary>Binds bytes.</summary>
    public SqliteStatement BindBlob(int parameter, ReadOnlySpan<byte> value) => Checked(raw.sqlite3_bind_blob(_statement, parameter, value));

    /// <summary>Binds a digest's bytes.</summary>
    public SqliteStatement Bind(int parameter, Digest value)
    {
        Span<byte> bytes = stackalloc byte[Digest.Length];
        value.CopyTo(bytes);
        return BindBlob(parameter, bytes);
    }

    /// <summary>Binds nothing.</summary>
    public SqliteStatement BindNull(int parameter) => Checked(raw.sqlite3_bind_null(_statement, parameter));

    /// <summary>Moves to the next row; false when there is none, and then the statement is ready to be used again.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            // The reason is asked for first: the reset may replace it.
            var fault = _session.Fault();
            Reset();
            throw fault;
        }

        Reset();
        return false;
    }

    /// <summary>Runs a statement without rows.</summary>
    public void Execute()
    {
        while (Step())
        {
        }
    }

    /// <summary>Makes the statement ready to be used again, and ends what it was reading.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    /// <summary>A number of the current row.</summary>
    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    /// <summary>A text of the current row.</summary>
    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    /// <summary>Bytes of the current row, valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_statement, column);

    /// <summary>True if the current row has nothing there.</summary>
    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    /// <summary>A copy of bytes of the current row, or null if there are none.</summary>
    public ReadOnlyMemory<byte>? CopyOrNull(int column)
    {
        // In a conditional expression null would turn into an empty memory, which is not the same.
        if (IsNull(column))
        {
            return null;
        }

        return Bytes(column).ToArray();
    }

    /// <summary>A digest of the current row, or null if it has not the length of one.</summary>
    public Digest? DigestOrNull(int column)
    {
        var bytes = Bytes(column);
        return bytes.Length == Digest.Length ? new Digest(bytes) : null;
    }

    /// <summary>A digest of the current row.</summary>
    /// <exception cref="CorruptLedgerException">It has not the length of one.</exception>
    public Digest DigestAt(int column) =>
        DigestOrNull(column) ?? throw new CorruptLedgerException($"{_session.Path}: {Bytes(column).Length} bytes stand where a digest of {Digest.Length} belongs; `ledger verify` says where");

    /// <inheritdoc/>
    public void Dispose() => _statement.Dispose();

    private SqliteStatement Checked(int code)
    {
        _session.Check(code);
        return this;
    }
}
