using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Bundles;

/// <summary>The streams that stand behind some runs: every history of theirs and of each derivation they used, with what was found out about them.</summary>
internal sealed class BundleSelection
{
    private readonly IEventStore _store;
    private readonly HashSet<StreamName> _streams = [];
    private readonly HashSet<(string Kind, DerivationKey Key)> _keys = [];

    private BundleSelection(IEventStore store) => _store = store;

    /// <summary>Whole streams.</summary>
    public IReadOnlySet<StreamName> Streams => _streams;

    /// <summary>Selects what stands behind the runs.</summary>
    public static async Task<BundleSelection> Of(ILedgerStore store, IReadOnlySet<Digest> runs, CancellationToken cancellation)
    {
        var selection = new BundleSelection(store);
        foreach (var run in runs)
        {
            await selection.AddRun(run, cancellation);
        }

        await selection.AddAttempts(runs, cancellation);
        selection._streams.UnionWith(await ClaimsBehind.Of(store, runs, cancellation));
        return selection;
    }

    private async Task AddRun(Digest run, CancellationToken cancellation)
    {
        _streams.Add(StreamNames.Audit(run));
        await foreach (var (_, events) in Histories(attempt => StreamNames.Run(run, attempt), cancellation))
        {
            foreach (var recorded in events)
            {
                await AddBehind(recorded, cancellation);
            }
        }
    }

    private async Task AddBehind(ILedgerEvent recorded, CancellationToken cancellation)
    {
        switch (recorded)
        {
            case RunStarted started:
                _streams.Add(StreamNames.Experiment(started.Experiment));
                break;
            case DerivationUsed used:
                await AddDerivation(used.Kind, used.Key, cancellation);
                break;
            case RunDiverged diverged:
                await AddDerivation(Kinds.Train, diverged.Trajectory, cancellation);
                break;
        }
    }

    private async Task AddDerivation(string kind, DerivationKey key, CancellationToken cancellation)
    {
        if (!_keys.Add((kind, key)))
        {
            return;
        }

        _streams.Add(StreamNames.Audit(key));
        for (var attempt = 1; await _store.ReadEvent(StreamNames.Of(kind, key, attempt), 1, cancellation) is { } first; attempt++)
        {
            _streams.Add(first.Stream);
            if (EventCatalogue.Read(first) is StateCaptured captured)
            {
                await AddDerivation(Kinds.Train, TakeState.Of(captured.Derivation).Trajectory, cancellation);
            }
        }
    }

    private async Task AddAttempts(IReadOnlySet<Digest> runs, CancellationToken cancellation)
    {
        await foreach (var stream in _store.StreamsStartingWith("attempt-", cancellation))
        {
            if (await _store.First<AttemptStarted>(stream, cancellation) is { } started && runs.Contains(started.Run))
            {
                _streams.Add(stream);
            }
        }
    }

    private async IAsyncEnumerable<(StreamName Stream, IReadOnlyList<ILedgerEvent> Events)> Histories(Func<int, StreamName> name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        for (var attempt = 1; await _store.All(name(attempt), cancellation) is { Count: > 0 } events; attempt++)
        {
            _streams.Add(name(attempt));
            yield return (name(attempt), events);
        }
    }
}
