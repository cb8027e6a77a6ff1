using System.Globalization;
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
    // So few are inserted with their numbers in one go; more are worth the two more questions that a COPY is.
    private const int Few = 64;

    private const int Attempts = 3;

    private const string LockSql = "SELECT pg_advisory_xact_lock($1)";

    private const string LastSql = $"""
        SELECT e.version, l.seq_id IS NOT NULL FROM mt_events e LEFT JOIN {Places.OfEvent}
        WHERE e.stream_id = $1 ORDER BY e.version DESC LIMIT 1
        """;

    private const string NumbersSql = "SELECT array_agg(nextval('mt_events_sequence')) FROM generate_series(1, $1)";

    private const string ThereSql = $"""
        SELECT e.version, e.id, {Places.HashEnd} FROM mt_events e LEFT JOIN {Places.OfEvent}
        WHERE e.stream_id = $1 AND e.version >= $2 AND e.version <= $3 ORDER BY e.version
        """;

    /// <summary>Appends on a connection of its own, and again if another transaction was in the way.</summary>
    public static async Task<AppendResult> Run(PostgresDatabase database, Growth growth, StreamName stream, long expectedVersion, IReadOnlyList<NewEvent> events, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await database.Use(connection => new PostgresAppend(database, growth, connection, stream, cancellation).Append(expectedVersion, events), cancellation).ConfigureAwait(false);
            }
            catch (Exception exception) when (attempt < Attempts && exception.InnerException is PostgresException server && PostgresFault.IsRace(server))
            {
                // Nothing was appended; what stands there now decides.
            }
        }
    }

    /// <summary>Compares the events that are already there and adds the rest; what was begun and not committed ends with the connection's use.</summary>
    public async Task<AppendResult> Append(long expectedVersion, IReadOnlyList<NewEvent> events)
    {
        var (version, there, numbers) = await Head(expectedVersion, events.Count).ConfigureAwait(false);
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
            var rows = new NewRows(database, connection, stream, version, previous, added, cancellation);
            var isBegun = version == 0 && await rows.BeginStream().ConfigureAwait(false);
            await (numbers is { } drawn ? rows.Copy(drawn[theirs.Count..]) : rows.Insert()).ConfigureAwait(false);
            await growth.Alone(() => Commit(rows, isBegun), cancellation).ConfigureAwait(false);
        }

        return new AppendResult.Appended(version + added.Count, theirs.Count);
    }

    /// <summary>
    /// The stream's version, the hashes from the expected version on as far as our events reach, and for a COPY numbers for all events:
    /// those that turn out not to be needed are gaps, which the sequence may have.
    /// </summary>
    private async Task<(long Version, List<Digest> There, long[]? Numbers)> Head(long expectedVersion, int count)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Add("BEGIN");
            batch.Add(LockSql, AdvisoryLock.Stream(database.Schema, stream.Value));
            batch.Add(LastSql, stream.Value);
            batch.Add(ThereSql, stream.Value, expectedVersion, expectedVersion + count);
            if (count > Few)
            {
                batch.Add(NumbersSql, count);
            }

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
                    there.Add(found == expected ? HashHalves.Join(reader.GetGuid(1), reader.GetFieldValue<byte[]>(2)) : throw Missing(expected));
                }

                var numbers = await reader.NextResultAsync(cancellation).ConfigureAwait(false) && await reader.ReadAsync(cancellation).ConfigureAwait(false) ? reader.GetFieldValue<long[]>(0) : null;
                return there.Count == Math.Min(count, version - expectedVersion) + (expectedVersion > 0 ? 1 : 0) || expectedVersion > version ? (version, there, numbers) : throw Missing(expectedVersion + there.Count);
            }
        }
    }

    private async Task<bool> Commit(NewRows rows, bool isBegun)
    {
        var position = await LastPosition().ConfigureAwait(false);
        var frontier = growth.Take(position) ?? await TreeFrontier.Read(new PostgresTree(database, connection), position, cancellation).ConfigureAwait(false);
        var complete = new List<TileEntry>();
        rows.Leaves.ForEach(leaf => frontier.Add(leaf, complete));
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            rows.AddPositions(batch, position);
            PostgresTree.Add(batch, complete);
            if (!isBegun)
            {
                batch.Add("SELECT ledger_advance_stream($1)", stream.Value);
            }

            batch.Add("SELECT pg_notify($1, $2)", database.Channel, frontier.Size.ToString(CultureInfo.InvariantCulture));
            batch.Add("COMMIT");
            // From here on it is done or broken: cancelling could not say which.
            cancellation.ThrowIfCancellationRequested();
            await batch.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }

        growth.Keep(frontier);
        return true;
    }

    private async Task<long> LastPosition()
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            batch.Add(LockSql, AdvisoryLock.Positions(database.Schema));
            batch.Add(Places.Last);
            var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellation).ConfigureAwait(false);
                await reader.ReadAsync(cancellation).ConfigureAwait(false);
                return reader.GetInt64(0);
            }
        }
    }

    private long Ours(long version, bool hasPlace) => hasPlace
        ? version
        : throw new CorruptLedgerException($"{database.Location}: in {stream} an event of version {version} was written by somebody else, and nothing of ours can follow it; `ledger verify` lists such events");

    private CorruptLedgerException Missing(long version) =>
        new($"{database.Location}: {stream} has no event of version {version}; `ledger verify` lists what is damaged");
}
