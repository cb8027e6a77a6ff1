using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.History;

/// <summary>
/// A run's stream while its method works: equal events that are there already are confirmed, further ones appended. If the run once
/// went another way (from a history that was refuted since), the new way is recorded as a further attempt beside it.
/// </summary>
public sealed class RunLog(IEventStore store, Digest run)
{
    /// <summary>What audits call a run's recorded history, beside the kinds of derivations.</summary>
    public const string Kind = "run";

    private readonly List<NewEvent> _events = [];
    private int _attempt = 1;

    /// <summary>Adds what the run did next.</summary>
    public async Task Append(ILedgerEvent recorded, CancellationToken cancellation = default)
    {
        var ready = EventCatalogue.ToNew(recorded);
        var result = await store.Append(StreamNames.Run(run, _attempt), _events.Count, [ready], cancellation);
        _events.Add(ready);
        while (result is AppendResult.Conflict)
        {
            _attempt++;
            result = await store.Append(StreamNames.Run(run, _attempt), 0, _events, cancellation);
        }
    }

    /// <summary>Adds how the run ended: the history is as it was computed here, wherever it came from.</summary>
    public async Task End(ILedgerEvent recorded, CancellationToken cancellation = default)
    {
        await Append(recorded, cancellation);
        await new DerivationLog(store).Confirm(Kind, new DerivationKey(run), _attempt, step: null, cancellation);
    }

    /// <summary>True if a run has completed or diverged, and not only elsewhere: nothing is left to do.</summary>
    public static async Task<bool> IsFinished(IEventStore store, Digest run, CancellationToken cancellation = default) =>
        await Latest(store, run, cancellation) is { } stream
        && await store.ReadEvent(stream, await store.VersionOf(stream, cancellation), cancellation) is { } last
        && EventCatalogue.Read(last) is RunCompleted or RunDiverged
        && !(await new DerivationLog(store).StandingOf(new DerivationKey(run), cancellation)).IsUnconfirmed(stream.Number);

    /// <summary>The history of a run that counts, or null if the ledger does not have it: the latest one, imported ones behind those that were computed here.</summary>
    public static async Task<StreamName?> Latest(IEventStore store, Digest run, CancellationToken cancellation = default)
    {
        StreamName? last = null;
        StreamName? computed = null;
        var standing = await new DerivationLog(store).StandingOf(new DerivationKey(run), cancellation);
        for (var attempt = 1; await store.VersionOf(StreamNames.Run(run, attempt), cancellation) > 0; attempt++)
        {
            last = StreamNames.Run(run, attempt);
            computed = standing.IsUnconfirmed(attempt) ? computed : last;
        }

        return computed ?? last;
    }
}
