using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>Statements with positional parameters, the short way.</summary>
internal static class Sql
{
    /// <summary>A command with its parameters $1, $2 …</summary>
    public static NpgsqlCommand Command(this NpgsqlConnection connection, string sql, params ReadOnlySpan<object?> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        return command;
    }

    /// <summary>Adds a statement with its parameters to a batch.</summary>
    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object?> parameters)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { Value = value ?? DBNull.Value });
        }

        batch.BatchCommands.Add(command);
        return command;
    }

    /// <summary>Runs a statement; answers how many rows it changed.</summary>
    public static async Task<int> Execute(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>The first value that a statement answers; default if there is none.</summary>
    public static async Task<T?> Value<T>(this NpgsqlCommand command, CancellationToken cancellation)
    {
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteScalarAsync(cancellation).ConfigureAwait(false) is T value ? value : default;
        }
    }

    /// <summary>All rows that a statement answers.</summary>
    public static async Task<List<T>> Rows<T>(this NpgsqlCommand command, Func<NpgsqlDataReader, T> read, CancellationToken cancellation)
    {
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                var rows = new List<T>();
                while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
                {
                    rows.Add(read(reader));
                }

                return rows;
            }
        }
    }
}
