using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.History;

/// <summary>Reads streams as the records they hold.</summary>
public static class LedgerReader
{
    /// <summary>The first event of a stream as a <typeparamref name="T"/>, or null if there is no such stream.</summary>
    public static async Task<T?> First<T>(this IEventStore store, StreamName stream, CancellationToken cancellation = default)
        where T : class, ILedgerEvent =>
        await store.ReadEvent(stream, 1, cancellation) is { } stored ? (T)EventCatalogue.Read(stored) : null;

    /// <summary>All events of a stream, in order.</summary>
    public static async Task<IReadOnlyList<ILedgerEvent>> All(this IEventStore store, StreamName stream, CancellationToken cancellation = default)
    {
        var events = new List<ILedgerEvent>();
        await foreach (var stored in store.ReadStream(stream, 1, cancellation))
        {
            events.Add(EventCatalogue.Read(stored));
        }

        return events;
    }

    /// <summary>The recorded steps from <paramref name="first"/> to <paramref name="last"/> of a trajectory's history; step s stands at version s + 1.</summary>
    public static async Task<IReadOnlyList<StepTrained>> Steps(this IEventStore store, StreamName trajectory, int first, int last, CancellationToken cancellation = default)
    {
        var steps = new List<StepTrained>(Math.Max(0, last - first + 1));
        if (last < first)
        {
            return steps;
        }

        await foreach (var stored in store.ReadStream(trajectory, first + 1, cancellation))
        {
            if (EventCatalogue.Read(stored) is not StepTrained step)
            {
                break;
            }

            steps.Add(step);
            if (step.Step == last)
            {
                break;
            }
        }

        return steps;
    }

    /// <summary>Appends at the end of a stream that many may write to; tries again when another was faster.</summary>
    public static async Task AppendAtEnd(this IEventStore store, StreamName stream, IReadOnlyList<NewEvent> events, CancellationToken cancellation = default)
    {
        while (await store.Append(stream, await store.VersionOf(stream, cancellation), events, cancellation) is AppendResult.Conflict)
        {
        }
    }
}
