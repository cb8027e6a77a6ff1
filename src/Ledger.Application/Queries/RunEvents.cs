using Ledger.Application.Addresses;
using Ledger.Application.History;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Queries;

/// <summary>All that a ledger records of a run but its training steps.</summary>
internal static class RunEvents
{
    /// <summary>The events of the rounds that the address names, in the order of commits.</summary>
    public static async Task<IReadOnlyList<StoredEvent>> Read(ResolvedAddress found, CancellationToken cancellation)
    {
        var events = new List<StoredEvent>();
        var store = found.Store;
        await Add(store.ReadStream(found.Run.Stream, 1, cancellation), stored => IsNamed(found, EventCatalogue.Read(stored)));
        foreach (var stream in found.RoundsNamed.SelectMany(static round => round.Derivations).Select(static link => link.Stream).Distinct())
        {
            if (await store.ReadEvent(stream, 1, cancellation) is { } made)
            {
                events.Add(made);
            }
        }

        foreach (var key in found.RoundsNamed.SelectMany(static round => round.Derivations).Select(static link => link.Key).Distinct())
        {
            await Add(store.ReadStream(StreamNames.Audit(key), 1, cancellation));
        }

        if (found.Address.Round is null)
        {
            await Add(store.ReadStream(StreamNames.Experiment(found.Run.Experiment), 1, cancellation));
            await Add(store.ReadStream(StreamNames.Audit(found.Run.Run), 1, cancellation));
            await AddAttempts();
        }

        return [.. events.OrderBy(static stored => stored.Position)];

        async Task Add(IAsyncEnumerable<StoredEvent> stream, Func<StoredEvent, bool>? isWanted = null)
        {
            await foreach (var stored in stream)
            {
                if (isWanted?.Invoke(stored) ?? true)
                {
                    events.Add(stored);
                }
            }
        }

        async Task AddAttempts()
        {
            await foreach (var stream in store.StreamsStartingWith("attempt-", cancellation))
            {
                if (await store.First<AttemptStarted>(stream, cancellation) is { } started && started.Run == found.Run.Run)
                {
                    await Add(store.ReadStream(stream, 1, cancellation));
                }
            }
        }
    }

    private static bool IsNamed(ResolvedAddress found, ILedgerEvent recorded) => found.Address.Round is not { } round || recorded switch
    {
        DerivationUsed used => used.Round == round,
        TicketDrawn ticket => ticket.Round == round,
        RunDiverged diverged => diverged.Round == round,
        RewindPointMarked => round == 0,
        _ => false,
    };
}
