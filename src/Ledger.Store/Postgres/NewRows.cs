using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>The rows of events that follow a stream's last one, inside a transaction; their hashes are made on the way.</summary>
internal sealed class NewRows(PostgresDatabase database, NpgsqlConnection connection, StreamName stream, long version, Digest previous, List<NewEvent> events, CancellationToken cancellation)
{
    private const string InsertSql = """
        INSERT INTO mt_events(seq_id, id, stream_id, version, data, type, timestamp)
        SELECT nextval('mt_events_sequence'), id, $1, $2 + n, data::jsonb, type, $3
        FROM unnest($4::uuid[], $5::text[], $6::text[]) WITH ORDINALITY AS added(id, data, type, n) RETURNING version, seq_id
        """;

    private const string PositionsSql = "INSERT INTO ledger_leaves(position, seq_id, hash_ends) SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[])";

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<Digest> _hashes = new(events.Count);
    private readonly DateTimeOffset _now = database.Options.Clock.GetUtcNow();
    private long[] _numbers = [];

    /// <summary>The leaf hashes of the events.</summary>
    public List<Digest> Leaves { get; } = new(events.Count);

    /// <summary>Makes the stream's row as it will be; false if somebody else has made it.</summary>
    public async Task<bool> BeginStream() => await connection.Command(
        "INSERT INTO mt_streams(id, version) VALUES($1, $2) ON CONFLICT DO NOTHING", stream.Value, (long)events.Count).Execute(cancellation).ConfigureAwait(false) == 1;

    /// <summary>Inserts the events, each with the next number.</summary>
    public async Task Insert()
    {
        for (var i = 0; i < events.Count; i++)
        {
            Hash(i);
        }

        var rows = await connection.Command(
            InsertSql,
            stream.Value,
            version,
            _now,
            _hashes.ConvertAll(HashHalves.Id).ToArray(),
            events.ConvertAll(static added => Encoding.UTF8.GetString(added.Body.Span)).ToArray(),
            events.ConvertAll(static added => added.Alias).ToArray()).Rows(static row => (Version: row.GetInt64(0), Number: row.GetInt64(1)), cancellation).ConfigureAwait(false);
        _numbers = [.. rows.OrderBy(static row => row.Version).Select(static row => row.Number)];
    }

    /// <summary>Copies the events with these numbers; hashes are made between the rows, while the server works on those before.</summary>
    public async Task Copy(long[] numbers)
    {
        _numbers = numbers;
        var name = Encoding.UTF8.GetBytes(stream.Value);
        var timestamp = (_now - Epoch).Ticks / TimeSpan.TicksPerMicrosecond;
        var copy = await CopyRows.Begin(connection, "mt_events(seq_id, id, stream_id, version, data, type, timestamp)", cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var i = 0; i < events.Count; i++)
            {
                Hash(i);
                copy.Row(7).Add(_numbers[i]).Add(HashHalves.Id(_hashes[i])).Add(name).Add(version + i + 1).AddJson(events[i].Body.Span).Add(Encoding.UTF8.GetBytes(events[i].Alias)).Add(timestamp);
                await copy.Send(cancellation).ConfigureAwait(false);
            }

            await copy.Complete(cancellation).ConfigureAwait(false);
        }
    }

    /// <summary>Gives the events the positions after one, and stores their metadata, together with what else <paramref name="batch"/> does.</summary>
    public void AddPositions(NpgsqlBatch batch, long position)
    {
        var blocks = PlaceBlock.Of(position + 1, _numbers, _hashes).ToList();
        batch.Add(
            PositionsSql,
            blocks.ConvertAll(static block => block.Position).ToArray(),
            blocks.ConvertAll(static block => block.Number).ToArray(),
            blocks.ConvertAll(static block => block.HashEnds).ToArray());
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Metadata is { } metadata)
            {
                batch.Add("INSERT INTO ledger_metadata(seq_id, metadata) VALUES($1, $2)", _numbers[i], Encoding.UTF8.GetString(metadata.Span));
            }
        }
    }

    private void Hash(int i)
    {
        var added = events[i];
        previous = EventHash.Compute(previous, stream, version + i + 1, added.Alias, added.Body.Span);
        _hashes.Add(previous);
        Leaves.Add(EventLeaf.Hash(stream, version + i + 1, added.Alias, previous, added.Metadata));
    }
}
