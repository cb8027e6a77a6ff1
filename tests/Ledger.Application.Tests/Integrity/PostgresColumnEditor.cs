using System.Buffers.Binary;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;
using Npgsql;

namespace Ledger.Application.Tests.Integrity;

/// <summary>Changes values of a PostgreSQL schema as its owner with the triggers switched off; another update undoes it.</summary>
internal sealed class PostgresColumnEditor : IColumnEditor
{
    private readonly TestSchema _schema = new();
    private readonly Dictionary<string, string> _types = [];
    private NpgsqlConnection? _connection;
    private string _undo = string.Empty;

    /// <inheritdoc/>
    public bool IsServed => true;

    /// <inheritdoc/>
    public ILedgerStore Open(OpenMode mode) => _schema.Open(mode == OpenMode.Create ? OpenMode.Existing : mode);

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Read()
    {
        using var connection = _schema.Connect();
        var columns = Rows(connection, """
            SELECT c.table_name, c.column_name, c.udt_name, EXISTS(
                SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY(i.indkey)
                WHERE i.indisprimary AND i.indrelid = to_regclass(c.table_name) AND a.attname = c.column_name)
            FROM information_schema.columns c JOIN information_schema.tables USING (table_schema, table_name)
            WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY c.table_name, c.ordinal_position
            """, static row => (Table: row.GetString(0), Name: row.GetString(1), Type: row.GetString(2), IsKey: row.GetBoolean(3)));
        return [.. columns.SelectMany(column => Rows(
            connection,
            $"SELECT {string.Join(" || ' AND ' || ", columns.Where(key => key.Table == column.Table && key.IsKey).Select(static key => $"format('{key.Name} = %L::{key.Type}', {key.Name})"))}, {Bytes(column.Name, column.Type)} FROM {column.Table} WHERE {column.Name} IS NOT NULL ORDER BY 1",
            row => new Cell(column.Table, column.Name, row.GetString(0), TypeOf(column.Type), row.GetFieldValue<byte[]>(1))))];
    }

    /// <inheritdoc/>
    public bool TryChange(Cell cell, byte[] bytes)
    {
        try
        {
            var type = TypeNameOf(cell);
            var place = Run($"UPDATE {cell.Table} SET {cell.Column} = {Literal(cell.Type, type, bytes)} WHERE {cell.Row} RETURNING ctid::text");
            _undo = $"UPDATE {cell.Table} SET {cell.Column} = {Literal(cell.Type, type, cell.Bytes)} WHERE ctid = '{place}'";
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "22" or "23" || refused.SqlState == PostgresErrorCodes.CannotCoerce)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Restore() => Run(_undo);

    /// <inheritdoc/>
    public void Dispose()
    {
        _connection?.Dispose();
        _schema.Dispose();
    }

    // One connection for all changes: to connect takes longer than a change.
    private object? Run(string sql)
    {
        if (_connection is null)
        {
            _connection = _schema.Connect();
            Run("SET session_replication_role = replica");
        }

        using var command = new NpgsqlCommand(sql, _connection);
        return command.ExecuteScalar();
    }

    private string TypeNameOf(Cell cell)
    {
        if (!_types.TryGetValue(cell.Name, out var type))
        {
            type = (string)Run($"SELECT format_type(atttypid, atttypmod) FROM pg_attribute WHERE attrelid = to_regclass('{cell.Table}') AND attname = '{cell.Column}'")!;
            _types.Add(cell.Name, type);
        }

        return type;
    }

    private static CellType TypeOf(string type) => type switch
    {
        "int2" or "int4" or "int8" or "bool" => CellType.Number,
        "bytea" or "uuid" => CellType.Blob,
        _ => CellType.Text,
    };

    private static string Bytes(string column, string type) => type switch
    {
        "bytea" => column,
        "uuid" => $"uuid_send({column})",
        "bool" => $"set_byte('\\x00'::bytea, 0, {column}::int)",
        "int2" or "int4" or "int8" => $"{type}send({column})",
        _ => $"convert_to({column}::text, 'UTF8')",
    };

    private static string Literal(CellType cell, string type, byte[] bytes) => (cell, type) switch
    {
        (CellType.Number, "boolean") => $"'{Number(bytes)}'::boolean",
        (CellType.Number, _) => $"({Number(bytes)})::bigint::{type}",
        (CellType.Blob, "uuid") => $"'{Convert.ToHexString(bytes)}'::uuid",
        (CellType.Blob, _) => $"'\\x{Convert.ToHexString(bytes)}'::bytea",
        _ => $"convert_from('\\x{Convert.ToHexString(bytes)}'::bytea, 'UTF8')::{type}",
    };

    private static long Number(byte[] bytes) => bytes.Length switch
    {
        1 => bytes[0],
        2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
        4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
        _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
    };

    private static List<T> Rows<T>(NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read)
    {
        using var command = new NpgsqlCommand(sql, connection);
        using var row = command.ExecuteReader();
        var rows = new List<T>();
        while (row.Read())
        {
            rows.Add(read(row));
        }

        return rows;
    }
}
