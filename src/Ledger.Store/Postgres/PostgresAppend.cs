using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>
/// One append in one transaction. Rows are copied while other writers do the same; only positions are said one writer at a time, so
/// that they have no gaps and follow the order of commits (docs/decisions/0010).
/// </summary>
internal sealed class PostgresAppend(PostgresDatabase database, Growth growth, NpgsqlConnection connection, StreamName stream, CancellationToken cancellation)
{
    private const string LockSql = "SELECT pg_advisory_xact_lock($1)";

    private const string LastSql = """
        SELECT e.version, l.seq_id IS NOT NULL FROM mt_events e LEFT JOIN ledger_leaves l USING (seq_id)
        WHERE e.stream_id = $1 ORDER BY e.version DESC LIMIT 1
        """;

    private const string ThereSql = """
        SELECT e.version, e.id, l.hash_end FROM mt_events e LEFT JOIN ledger_leaves l USING (seq_id)
        WHERE e.stream_id = $1 AND e.version >= $2 AND e.version <= $3 ORDER BY e.version
        """;

    private readonly List<Digest> _leaves = [];
    private readonly List<HashHalves> _hashes = [];

    /// <summary>Compares the events that are already there and adds the rest.</summary>
    public async Task<AppendResult> Append(long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            var (version, there) = await Head(expectedVersion, events.Count).ConfigureAwait(false);
            if (expectedVersion > version)
            {
                return new AppendResult.Conflict(version + 1, null, default);
            }

            var previous = expectedVersion == 0 ? default : there[0];
            var theirs = expectedVersion == 0 ? there : there[1..];
            for (var i = 0; i < theirs.Count; i++)
            {
                var ours = EventHash.Compute(previous, stream, expectedVersion + i + 1, events[i].Alias, events[i].Body.Span);
                if (ours != theirs[i])
                {
                    return new AppendResult.Conflict(expectedVersion + i + 1, theirs[i], ours);
                }

                previous = ours;
            }

            var added = events.Skip(theirs.Count).ToList();
            if (added.Count > 0)
            {
                var (isNew, sequence) = await Reserve(version, added.Count).ConfigureAwait(false);
                await CopyEvents(version, previous, added, sequence).ConfigureAwait(false);
                await growth.Alone(() => Commit(transaction, isNew, added, sequence), cancellation).ConfigureAwait(false);
            }

            return new AppendResult.Appended(version + added.Count, theirs.Count);
        }
    }

    /// <summary>The stream's version, and the hashes from the expected version on as far as our events reach.</summary>
    private async Task<(long Version, List<Digest> There)> Head(long expectedVersion, int count)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Add(LockSql, AdvisoryLock.Stream(database.Schema, stream.Value));
            batch.Add(LastSql, stream.Value);
            batch.Add(ThereSql, stream.Value, expectedVersion, expectedVersion + count);
            var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                var version = await reader.ReadAsync(cancellation).ConfigureAwait(false) ? Ours(reader.GetInt64(0), reader.GetBoolean(1)) : 0;
                await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                var there = new List<Digest>();
                for (var expected = Math.Max(1, expectedVersion); await reader.ReadAsync(cancellation).ConfigureAwait(false); expected++)
                {
                    var found = Ours(reader.GetInt64(0), !reader.IsDBNull(2));
                    there.Add(found == expected ? new HashHalves(reader.GetGuid(1), reader.GetGuid(2)).Join() : throw Missing(expected));
                }

                return there.Count == Math.Min(count, version - expectedVersion) + (expectedVersion > 0 ? 1 : 0) || expectedVersion > version ? (version, there) : throw Missing(expectedVersion + there.Count);
            }
        }
    }

    /// <summary>The stream's row and a number for each event: from here on nothing is expected to fail.</summary>
    private async Task<(bool IsNew, long[] Sequence)> Reserve(long version, int count)
    {
        var isNew = version == 0 && await connection.Command("INSERT INTO mt_streams(id, version) VALUES($1, $2) ON CONFLICT DO NOTHING", stream.Value, (long)count).Execute(cancellation).ConfigureAwait(false) == 1;
        var sequence = await connection.Command("SELECT nextval('mt_events_sequence') FROM generate_series(1, $1)", count).Rows(static row => row.GetInt64(0), cancellation).ConfigureAwait(false);
        return (isNew, [.. sequence]);
    }

    // Hashes are made between the rows, while the server works on those before.
    private async Task CopyEvents(long version, Digest previous, List<NewEvent> events, long[] sequence)
    {
        var name = Encoding.UTF8.GetBytes(stream.Value);
        var timestamp = (database.Options.Clock.GetUtcNow().UtcTicks - DateTimeOffset.UnixEpoch.AddYears(30).UtcTicks) / TimeSpan.TicksPerMicrosecond;
        var copy = await CopyRows.Begin(connection, "mt_events(seq_id, id, stream_id, version, data, type, timestamp)", cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var i = 0; i < events.Count; i++)
            {
                var added = events[i];
                previous = EventHash.Compute(previous, stream, ++version, added.Alias, added.Body.Span);
                _hashes.Add(HashHalves.Of(previous));
                _leaves.Add(EventLeaf.Hash(stream, version, added.Alias, previous, added.Metadata));
                copy.Row(7).Add(sequence[i]).Add(_hashes[i].Id).Add(name).Add(version).AddJson(added.Body.Span).Add(Encoding.UTF8.GetBytes(added.Alias)).Add(timestamp);
                await copy.Send(cancellation).ConfigureAwait(false);
            }

            await copy.Complete(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<bool> Commit(NpgsqlTransaction transaction, bool isNew, List<NewEvent> events, long[] sequence)
    {
        var position = await LastPosition().ConfigureAwait(false);
        var frontier = growth.Take(position) ?? await TreeFrontier.Read(new PostgresTree(database, connection), position, cancellation).ConfigureAwait(false);
        await CopyLeaves(position, sequence).ConfigureAwait(false);
        var complete = new List<TileEntry>();
        _leaves.ForEach(leaf => frontier.Add(leaf, complete));
        await Finish(isNew, events, sequence, complete, frontier.Size).ConfigureAwait(false);
        cancellation.ThrowIfCancellationRequested();
        await transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        growth.Keep(frontier);
        return true;
    }

    private async Task<long> LastPosition()
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Add(LockSql, AdvisoryLock.Positions(database.Schema));
            batch.Add(PostgresEvents.LastPosition);
            var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                await reader.ReadAsync(cancellation).ConfigureAwait(false);
                return reader.GetInt64(0);
            }
        }
    }

    private async Task CopyLeaves(long position, long[] sequence)
    {
        var copy = await CopyRows.Begin(connection, "ledger_leaves(position, seq_id, hash_end)", cancellation).ConfigureAwait(false);
        await using (copy.ConfigureAwait(false))
        {
            for (var i = 0; i < sequence.Length; i++)
            {
                copy.Row(3).Add(++position).Add(sequence[i]).Add(_hashes[i].End);
                await copy.Send(cancellation).ConfigureAwait(false);
            }

            await copy.Complete(cancellation).ConfigureAwait(false);
        }
    }

    private async Task Finish(bool isNew, List<NewEvent> events, long[] sequence, List<TileEntry> complete, long position)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            PostgresTree.Add(batch, complete);
            for (var i = 0; i < events.Count; i++)
            {
                if (events[i].Metadata is { } metadata)
                {
                    batch.Add("INSERT INTO ledger_metadata(seq_id, metadata) VALUES($1, $2)", sequence[i], Encoding.UTF8.GetString(metadata.Span));
                }
            }

            if (!isNew)
            {
                batch.Add("SELECT ledger_advance_stream($1)", stream.Value);
            }

            batch.Add("SELECT pg_notify($1, $2)", database.Channel, position.ToString(System.Globalization.CultureInfo.InvariantCulture));
            await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    private long Ours(long version, bool hasLeaf) => hasLeaf
        ? version
        : throw new CorruptLedgerException($"{database.Location}: in {stream} an event of version {version} was written by somebody else, and nothing of ours can follow it; `ledger verify` lists such events");

    private CorruptLedgerException Missing(long version) =>
        new($"{database.Location}: {stream} has no event of version {version}; `ledger verify` lists what is damaged");
}
