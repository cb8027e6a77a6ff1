using System.Diagnostics;
using System.Text;
using Ledger.Events.Streams;
using Npgsql;
using NpgsqlTypes;

namespace Ledger.Benchmarks.Stores;

/// <summary>The peer of appends: binary COPY of ready rows into the same tables, one transaction a batch; no hashes, no versions to expect, no order of commits.</summary>
internal sealed class BareCopy(IScratchLedgers ledgers)
{
    private const int InBlock = 120;
    private const int HashEnd = 16;

    /// <summary>Events a second.</summary>
    public async Task<double> Rate(int batch, int batches)
    {
        using var scratch = await ledgers.Create();
        await using var source = NpgsqlDataSource.Create(ScratchSchemas.Settings(scratch.Address));
        await using var connection = await source.OpenConnectionAsync();
        var stream = SampleSteps.Stream("bare").Value;
        await using (var begin = new NpgsqlCommand("INSERT INTO mt_streams(id, version) VALUES($1, 0)", connection) { Parameters = { new() { Value = stream } } })
        {
            await begin.ExecuteNonQueryAsync();
        }

        var bodies = Enumerable.Range(0, batches).Select(number => SampleSteps.Ready((number * batch) + 1, batch).Select(static added => Encoding.UTF8.GetString(added.Body.Span)).ToArray()).ToArray();
        var start = Stopwatch.GetTimestamp();
        for (var number = 0; number < batches; number++)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await Events(connection, stream, number * batch, bodies[number]);
            await Leaves(connection, number * batch, batch);
            await transaction.CommitAsync();
        }

        return batch * batches / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task Events(NpgsqlConnection connection, string stream, int before, string[] bodies)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY mt_events(seq_id, id, stream_id, version, data, type, timestamp, is_archived) FROM STDIN BINARY");
        for (var i = 0; i < bodies.Length; i++)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync((long)before + i + 1, NpgsqlDbType.Bigint);
            await copy.WriteAsync(Guid.NewGuid(), NpgsqlDbType.Uuid);
            await copy.WriteAsync(stream, NpgsqlDbType.Varchar);
            await copy.WriteAsync((long)before + i + 1, NpgsqlDbType.Bigint);
            await copy.WriteAsync(bodies[i], NpgsqlDbType.Jsonb);
            await copy.WriteAsync("step_trained", NpgsqlDbType.Varchar);
            await copy.WriteAsync(DateTime.UtcNow, NpgsqlDbType.TimestampTz);
            await copy.WriteAsync(false, NpgsqlDbType.Boolean);
        }

        await copy.CompleteAsync();
    }

    private static async Task Leaves(NpgsqlConnection connection, int before, int count)
    {
        await using var copy = await connection.BeginBinaryImportAsync("COPY ledger_leaves(position, seq_id, hash_ends) FROM STDIN BINARY");
        for (var i = 1; i <= count; i += InBlock)
        {
            await copy.StartRowAsync();
            await copy.WriteAsync((long)before + i, NpgsqlDbType.Bigint);
            await copy.WriteAsync((long)before + i, NpgsqlDbType.Bigint);
            await copy.WriteAsync(new byte[HashEnd * Math.Min(InBlock, count - i + 1)], NpgsqlDbType.Bytea);
        }

        await copy.CompleteAsync();
    }
}
