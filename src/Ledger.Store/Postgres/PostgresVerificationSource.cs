using System.Runtime.CompilerServices;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Integrity;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>A ledger in a database as it is checked: the snapshot on one connection, ranges of events on others.</summary>
internal sealed class PostgresVerificationSource(PostgresDatabase database) : IVerificationSource
{
    // An event without its stream is told as one; an event without its row leaves a gap in the positions.
    private const string EventsSql = $"""
        SELECT {Places.Position}, coalesce(e.stream_id, ''), e.version, e.type, e.data::text, m.metadata, e.id, {Places.HashEnd}, s.id IS NULL
        FROM {Places.Between} LEFT JOIN mt_streams s ON s.id = e.stream_id LEFT JOIN ledger_metadata m ON m.seq_id = e.seq_id {Places.InOrder} LIMIT $3
        """;

    // A stream belongs to whoever wrote its first event; one without events belongs to nobody, and is told.
    private const string StreamsSql = $"""
        SELECT s.id, coalesce(s.version, 0) FROM mt_streams s LEFT JOIN LATERAL (
            SELECT l.seq_id IS NOT NULL AS is_ours FROM mt_events e LEFT JOIN {Places.OfEvent} WHERE e.stream_id = s.id ORDER BY e.version LIMIT 1) f ON true
        WHERE f.is_ours IS DISTINCT FROM false
        """;

    private NpgsqlConnection? _connection;
    private bool _isBroken;

    private NpgsqlConnection Snapshot => _connection ?? throw new InvalidOperationException("the check has not begun");

    /// <inheritdoc/>
    public async IAsyncEnumerable<IntegrityFinding> CheckStructure([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var table in await database.Use(connection => PostgresGuards.Open(connection, cancellation), cancellation).ConfigureAwait(false))
        {
            yield return Damage.Found($"{table} has no trigger ledger_guard, or it is switched off: what it held may have been changed; `ledger store migrate` does not make it again, see migrations/postgres");
        }
    }

    /// <inheritdoc/>
    public Task<VerificationExtent> Begin(CancellationToken cancellation) => database.Guard(
        async () =>
        {
            _connection = await database.Connect(cancellation).ConfigureAwait(false);
            await Snapshot.Command("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL enable_hashjoin = on; SET LOCAL enable_seqscan = on; SAVEPOINT part").Execute(cancellation).ConfigureAwait(false);
            var rows = await Snapshot.Command($"""
                SELECT (SELECT coalesce(sum({Places.Count}), 0) FROM ledger_leaves l), ({Places.Greatest}), (SELECT count(*) FROM mt_streams),
                (SELECT coalesce(sum(octet_length(content)), 0)::bigint FROM ledger_masks) + (SELECT coalesce(sum(octet_length(content)), 0)::bigint FROM ledger_states)
                """).Rows(static row => new VerificationExtent(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)), cancellation).ConfigureAwait(false);
            return rows[0];
        },
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<IReadOnlyList<EventRow>> ReadEvents(PositionRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        List<EventRow> page;
        do
        {
            page = await database.Use(connection => Page(connection, range, cancellation), cancellation).ConfigureAwait(false);
            yield return page;
            range = page is [.., var last] ? range with { First = last.Stored.Position + 1 } : range;
        }
        while (page.Count == PostgresEvents.Page && range.First <= range.Last);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StreamHead> ReadStreams(CancellationToken cancellation) =>
        Read(StreamsSql, static row => new StreamHead(new StreamName(row.GetString(0)), row.GetInt64(1)), cancellation);

    /// <inheritdoc/>
    public IAsyncEnumerable<TreeRow> ReadTree(CancellationToken cancellation) => Read(
        "SELECT level, entry, hash FROM ledger_tree ORDER BY level, entry",
        static row => new TreeRow(row.GetInt32(0), row.GetInt64(1), row.GetFieldValue<byte[]>(2) is { Length: Digest.Length } hash ? new Digest(hash) : null),
        cancellation);

    /// <inheritdoc/>
    public async IAsyncEnumerable<BlobRow> ReadBlobs([EnumeratorCancellation] CancellationToken cancellation)
    {
        var states = new StatePieces();
        await foreach (var piece in Read("SELECT digest, chunk, content FROM ledger_states ORDER BY digest, chunk", static row => (Name: row.GetFieldValue<byte[]>(0), Chunk: row.GetInt32(1), Content: row.GetFieldValue<byte[]>(2)), cancellation).ConfigureAwait(false))
        {
            if (states.Next(piece.Name, piece.Chunk, piece.Content) is { } state)
            {
                yield return state;
            }
        }

        if (states.Last() is { } last)
        {
            yield return last;
        }

        // Masks come last: content that is both counts as the evidence it is.
        await foreach (var mask in Read("SELECT digest, codec, content, length FROM ledger_masks", Mask, cancellation).ConfigureAwait(false))
        {
            yield return mask;
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<IntegrityFinding> CheckOthers([EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var (sql, finding) in PostgresRules.All)
        {
            await foreach (var found in Read(sql, finding, cancellation).ConfigureAwait(false))
            {
                yield return found;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static Task<List<EventRow>> Page(NpgsqlConnection connection, PositionRange range, CancellationToken cancellation)
    {
        var events = new StoredEventRow();
        return connection.Command(EventsSql, Math.Max(range.First, Places.Least), range.Last, PostgresEvents.Page).Rows(row => Row(events.Read(row), row.GetBoolean(8)), cancellation);
    }

    private static EventRow Row(StoredEvent stored, bool isOrphan) => new(stored, Orphan: isOrphan ? $"'{stored.Stream}'" : null);

    private static BlobRow Mask(NpgsqlDataReader row)
    {
        var stored = row.GetFieldValue<byte[]>(2);
        var content = PostgresMasks.TryUnpack(row.GetInt16(1), stored, row.GetInt64(3)) ?? [.. stored, 0];
        return new BlobRow(row.GetFieldValue<byte[]>(0), BlobKindText.Of(BlobKind.Mask), Digest.Of(content), stored.Length);
    }

    private async IAsyncEnumerable<T> Read<T>(string sql, Func<NpgsqlDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (_isBroken)
        {
            // A part that could not be read is told as damage; the snapshot goes on for the others.
            await Snapshot.Command("ROLLBACK TO SAVEPOINT part").Execute(cancellation).ConfigureAwait(false);
            _isBroken = false;
        }

        var command = Snapshot.Command(sql);
        command.CommandTimeout = 0;
        await using var _ = command.ConfigureAwait(false);
        var reader = await Ask(() => command.ExecuteReaderAsync(cancellation), cancellation).ConfigureAwait(false);
        await using var __ = reader.ConfigureAwait(false);
        while (await Ask(() => reader.ReadAsync(cancellation), cancellation).ConfigureAwait(false))
        {
            yield return read(reader);
        }
    }

    private async Task<T> Ask<T>(Func<Task<T>> ask, CancellationToken cancellation)
    {
        try
        {
            return await database.Guard(ask, cancellation).ConfigureAwait(false);
        }
        catch
        {
            _isBroken = true;
            throw;
        }
    }
}
