using System.Buffers.Binary;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Microsoft.Data.Sqlite;

namespace Ledger.Application.Tests.Integrity;

/// <summary>Changes values of a SQLite file with SQL; the file's bytes undo it.</summary>
internal sealed class SqliteColumnEditor : IColumnEditor
{
    private readonly string _folder = Directory.CreateTempSubdirectory("ledger-bytes-").FullName;
    private byte[] _untouched = [];

    private string Ledger => Path.Combine(_folder, "small.ledger");

    /// <inheritdoc/>
    public bool IsServed => false;

    /// <inheritdoc/>
    public ILedgerStore Open(OpenMode mode) => SqliteLedgerStore.Open(Ledger, mode);

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Read()
    {
        using var connection = Connect();
        return [.. Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", static row => row.GetString(0)).SelectMany(table => Read(connection, table))];
    }

    /// <inheritdoc/>
    public bool TryChange(Cell cell, byte[] bytes)
    {
        if (_untouched.Length == 0)
        {
            _untouched = File.ReadAllBytes(Ledger);
        }

        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA foreign_keys = OFF; PRAGMA synchronous = OFF; UPDATE {cell.Table} SET {cell.Column} = {Literal(cell.Type, bytes)} WHERE {cell.Row}";
        try
        {
            Assert.Equal(1, command.ExecuteNonQuery());
            return true;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Restore() => File.WriteAllBytes(Ledger, _untouched);

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<Cell> Read(SqliteConnection connection, string table)
    {
        var columns = Rows(connection, $"SELECT name, type, pk FROM pragma_table_info('{table}')", static row => (Name: row.GetString(0), Type: TypeOf(row.GetString(1)), IsKey: row.GetInt32(2) > 0));
        return Rows(connection, $"SELECT {string.Join(", ", columns.Select(static column => column.Name))} FROM {table}", row =>
        {
            var values = columns.Select((column, i) => (column.Name, column.Type, column.IsKey, Bytes: row.IsDBNull(i) ? null : Bytes(row, i, column.Type))).ToList();
            var key = string.Join(" AND ", values.Where(static value => value.IsKey).Select(static value => $"{value.Name} = {Literal(value.Type, value.Bytes!)}"));
            return values.Where(static value => value.Bytes is not null).Select(value => new Cell(table, value.Name, key, value.Type, value.Bytes!)).ToList();
        }).SelectMany(static cells => cells);
    }

    private static List<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    private static CellType TypeOf(string declared) => declared switch
    {
        "TEXT" => CellType.Text,
        "BLOB" => CellType.Blob,
        "INTEGER" => CellType.Number,
        _ => throw new InvalidOperationException($"a column of type {declared}"),
    };

    private static byte[] Bytes(SqliteDataReader row, int column, CellType type)
    {
        if (type != CellType.Number)
        {
            return row.GetFieldValue<byte[]>(column);
        }

        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, row.GetInt64(column));
        return bytes;
    }

    private static string Literal(CellType type, byte[] bytes) => type switch
    {
        CellType.Number => $"({BinaryPrimitives.ReadInt64BigEndian(bytes)})",
        CellType.Text => $"CAST(x'{Convert.ToHexString(bytes)}' AS TEXT)",
        _ => $"x'{Convert.ToHexString(bytes)}'",
    };

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False");
        connection.Open();
        return connection;
    }
}
