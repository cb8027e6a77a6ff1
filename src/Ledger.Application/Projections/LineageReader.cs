using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Projections;

/// <summary>Folds one run's lineage from the few events it is made of, each found by its stream, whatever the ledger's size.</summary>
public static class LineageReader
{
    /// <summary>The run's lineage, or null if the ledger does not have it.</summary>
    public static async Task<RunLineage?> ReadLineage(this IEventStore store, Digest run, CancellationToken cancellation = default)
    {
        if (await RunLog.Latest(store, run, cancellation) is not { } latest)
        {
            return null;
        }

        var lineage = new TicketLineage();
        foreach (var stored in (await Events(store, latest, cancellation)).OrderBy(static stored => stored.Position))
        {
            lineage.Apply(stored);
        }

        return lineage.Of(run);
    }

    private static async Task<IReadOnlyCollection<StoredEvent>> Events(IEventStore store, StreamName run, CancellationToken cancellation)
    {
        var found = new Dictionary<(StreamName, long), StoredEvent>();
        await foreach (var stored in store.ReadStream(run, 1, cancellation))
        {
            found.Add((stored.Stream, stored.Version), stored);
            if (EventCatalogue.Read(stored) is DerivationUsed used
                && await First(StreamNames.Of(used.Kind, used.Key, used.Attempt)) is { } completed
                && EventCatalogue.Read(completed) is StateCaptured captured)
            {
                await First(StreamNames.Of(Kinds.Train, TakeState.Of(captured.Derivation).Trajectory, captured.TrajectoryAttempt));
            }
        }

        return found.Values;

        async Task<StoredEvent?> First(StreamName stream)
        {
            if (!found.TryGetValue((stream, 1), out var stored) && (stored = await store.ReadEvent(stream, 1, cancellation)) is not null)
            {
                found.Add((stream, 1), stored);
            }

            return stored;
        }
    }
}
