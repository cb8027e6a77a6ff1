using System.Runtime.CompilerServices;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Npgsql;

namespace Ledger.Store.Postgres;

/// <summary>
/// Follows appends: it listens first and reads to the end then, so that what is appended between is told; it also looks by itself now and
/// then, and finds the server again when it was restarted. The position read last is all it relies on.
/// </summary>
internal sealed class PostgresFollower(PostgresDatabase database, Func<long, CancellationToken, IAsyncEnumerable<StoredEvent>> readAll)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>All events after a position, those there are and those to come, until cancelled.</summary>
    public async IAsyncEnumerable<StoredEvent> Follow(long position, [EnumeratorCancellation] CancellationToken cancellation)
    {
        NpgsqlConnection? listening = null;
        var lost = 0L;
        try
        {
            while (true)
            {
                List<StoredEvent>? page = null;
                StoreUnreachableException? fault = null;
                try
                {
                    listening ??= await Listen(cancellation).ConfigureAwait(false);
                    page = await readAll(position, cancellation).Take(PostgresEvents.Page).ToListAsync(cancellation).ConfigureAwait(false);
                    if (page.Count == 0)
                    {
                        await Wait(listening, cancellation).ConfigureAwait(false);
                    }

                    lost = 0;
                }
                catch (StoreUnreachableException unreachable)
                {
                    fault = unreachable;
                }

                if (fault is not null)
                {
                    await Close(listening).ConfigureAwait(false);
                    listening = null;
                    lost = lost == 0 ? database.Options.Clock.GetTimestamp() : lost;
                    if (database.Options.Clock.GetElapsedTime(lost) > database.Options.ReconnectFor)
                    {
                        throw fault;
                    }

                    await Task.Delay(Pause, database.Options.Clock, cancellation).ConfigureAwait(false);
                    continue;
                }

                foreach (var stored in page!)
                {
                    cancellation.ThrowIfCancellationRequested();
                    position = stored.Position;
                    yield return stored;
                }
            }
        }
        finally
        {
            await Close(listening).ConfigureAwait(false);
        }
    }

    private Task<NpgsqlConnection> Listen(CancellationToken cancellation) => database.Guard(
        async () =>
        {
            var connection = await database.Connect(cancellation).ConfigureAwait(false);
            try
            {
                await connection.Command($"LISTEN {database.Channel}").Execute(cancellation).ConfigureAwait(false);
                return connection;
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        },
        cancellation);

    private Task<bool> Wait(NpgsqlConnection connection, CancellationToken cancellation) =>
        database.Guard(() => connection.WaitAsync(database.Options.PollInterval, cancellation), cancellation);

    private static async Task Close(NpgsqlConnection? connection)
    {
        if (connection is not null)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
