using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Migrations;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Fixtures;

/// <summary>A ledger file as version 1 wrote it: two trainings by turns, then an attempt with metadata.</summary>
public static class FirstSchemaLedger
{
    private static readonly StreamName[] Streams = [Samples.Stream("train", 1), Samples.Stream("train", 2), Samples.Stream("attempt", 3)];

    /// <summary>Writes the file.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="steps">Steps of both trainings together.</param>
    public static void Write(string path, int steps)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, $"BEGIN; PRAGMA application_id = {0x4C454447}; PRAGMA user_version = 1; {MigrationCatalogue.Of("sqlite")[0].Sql}");
        Execute(connection, $"INSERT INTO streams VALUES (1, '{Streams[0]}', {(steps + 1) / 2}), (2, '{Streams[1]}', {steps / 2}), (3, '{Streams[2]}', 1)");
        using (var insert = connection.CreateCommand())
        {
            insert.CommandText = "INSERT INTO events VALUES ($position, $stream, $version, $alias, CAST($body AS TEXT), CAST($metadata AS TEXT), $hash)";
            var previous = new Digest[Streams.Length];
            for (var position = 1; position <= steps; position++)
            {
                Insert(insert, previous, position, (position - 1) % 2, (position + 1) / 2, Samples.Step((position + 1) / 2));
            }

            Insert(insert, previous, steps + 1, 2, 1, Samples.AttemptStarted());
        }

        Execute(connection, "COMMIT");
    }

    private static void Insert(SqliteCommand insert, Digest[] previous, int position, int stream, int version, NewEvent added)
    {
        previous[stream] = EventHash.Compute(previous[stream], Streams[stream], version, added.Alias, added.Body.Span);
        insert.Parameters.Clear();
        insert.Parameters.AddWithValue("$position", position);
        insert.Parameters.AddWithValue("$stream", stream + 1);
        insert.Parameters.AddWithValue("$version", version);
        insert.Parameters.AddWithValue("$alias", added.Alias);
        insert.Parameters.AddWithValue("$body", added.Body.ToArray());
        insert.Parameters.AddWithValue("$metadata", added.Metadata is { } metadata ? metadata.ToArray() : DBNull.Value);
        insert.Parameters.AddWithValue("$hash", previous[stream].ToBytes());
        insert.ExecuteNonQuery();
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
