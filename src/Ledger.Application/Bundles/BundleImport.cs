using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Bundles;

/// <summary>Takes the streams of a bundle into a ledger, those that others refer to first, and gives references the numbers that histories have here.</summary>
internal sealed class BundleImport(ILedgerStore bundle, IEventStore store, DerivationLog log, HistoryImport histories)
{
    private static readonly string[] Derivations = ["init-", "state-", "mask-", "rewind-", "eval-"];
    private static readonly string[] Others = ["experiment-", "attempt-"];

    private readonly Dictionary<(string Kind, DerivationKey Key, int Number), int> _numbers = [];

    /// <summary>Which of the bundle's histories has which number here.</summary>
    public IReadOnlyDictionary<(string Kind, DerivationKey Key, int Number), int> Numbers => _numbers;

    /// <summary>Refuses a bundle that says other things of attempts than this ledger; nothing is written.</summary>
    /// <exception cref="CorruptLedgerException">It does: one of the two was altered together with its hashes.</exception>
    public Task RequireAgreement(CancellationToken cancellation) => EachOther(
        async (stream, events) =>
        {
            if ((await histories.Compare(stream, events, cancellation)).Differing is { } differing)
            {
                throw new CorruptLedgerException($"{bundle.Location} contradicts this ledger in {stream}, version {differing.Version}, which has only one author: one of the two was rewritten; nothing was imported");
            }
        },
        cancellation);

    /// <summary>Takes in everything but blobs.</summary>
    public async Task Take(CancellationToken cancellation)
    {
        await EachOther(async (stream, events) => await histories.Append(stream, events, (await histories.Compare(stream, events, cancellation)).Equal, cancellation), cancellation);
        await Each("train-", TakeTraining, cancellation);
        foreach (var prefix in Derivations)
        {
            await Each(prefix, TakeDerivation, cancellation);
        }

        await Each("run-", TakeRun, cancellation);
        await Each("audit-", TakeRefutations, cancellation);
        await Each("claim-", TakeClaim, cancellation);
    }

    /// <summary>Claims come last: in which order the other ledger registered them and computed cannot be shown by positions of this one.</summary>
    private async Task TakeClaim(StreamName stream, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var here = await store.ReadStream(stream, 1, cancellation).Select(static stored => (stored.Alias, Body: Convert.ToHexString(stored.Body.Span))).ToListAsync(cancellation);
        await histories.AppendAtEnd(stream, [.. events.Where(stored => !here.Contains((stored.Alias, Convert.ToHexString(stored.Body.Span)))).Select(AsItIs)], cancellation);
    }

    private Task TakeTraining(StreamName stream, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var key = ((TrainingStarted)EventCatalogue.Read(events[0])).Derivation.Key;
        return TakeHistory(Kinds.Train, key, stream, number => StreamNames.Of(Kinds.Train, key, number), [.. events.Select(AsItIs)], cancellation);
    }

    private async Task TakeDerivation(StreamName stream, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var made = (IDerivationEvent)EventCatalogue.Read(events[0]);
        var (kind, key) = (made.Derivation.Kind, made.Derivation.Key);
        var here = made is StateCaptured captured ? await AsHere(stream, captured, cancellation) : made;
        await TakeHistory(kind, key, stream, number => StreamNames.Of(kind, key, number), [EventCatalogue.ToNew(here)], cancellation);
    }

    /// <summary>The state as it is known here: histories of a training may share it and part later.</summary>
    private async Task<StateCaptured> AsHere(StreamName stream, StateCaptured captured, CancellationToken cancellation)
    {
        var (kind, key) = (captured.Derivation.Kind, captured.Derivation.Key);
        for (var number = 1; await store.First<StateCaptured>(StreamNames.Of(kind, key, number), cancellation) is { } known; number++)
        {
            if (known.Output == captured.Output && known.History == captured.History)
            {
                return known;
            }
        }

        return captured with { TrajectoryAttempt = NumberOf(stream, Kinds.Train, TakeState.Of(captured.Derivation).Trajectory, captured.TrajectoryAttempt) };
    }

    private Task TakeRun(StreamName stream, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var started = (RunStarted)EventCatalogue.Read(events[0]);
        var run = RunIdentity.Run(started.Experiment, started.Replicate);
        return TakeHistory(RunLog.Kind, new DerivationKey(run), stream, number => StreamNames.Run(run, number), [.. events.Select(Renumbered)], cancellation);

        NewEvent Renumbered(StoredEvent stored) => EventCatalogue.Read(stored) is DerivationUsed used
            ? EventCatalogue.ToNew(used with { Attempt = NumberOf(stream, used.Kind, used.Key, used.Attempt) })
            : AsItIs(stored);
    }

    private async Task TakeHistory(string kind, DerivationKey key, StreamName stream, Func<int, StreamName> name, IReadOnlyList<NewEvent> events, CancellationToken cancellation) =>
        _numbers[(kind, key, stream.Number)] = await histories.Take(kind, key, name, events, cancellation);

    /// <summary>What speaks against an imported history speaks against it here; what others say against our own stays in the bundle.</summary>
    private async Task TakeRefutations(StreamName stream, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        foreach (var refuted in events.Select(EventCatalogue.Read).OfType<DerivationRefuted>())
        {
            var standing = await log.StandingOf(refuted.Key, cancellation);
            if (_numbers.TryGetValue((refuted.Kind, refuted.Key, refuted.Attempt), out var number)
                && standing.Imports.Any(imported => imported.Attempt == number)
                && !standing.Refutations.Contains(refuted with { Attempt = number }))
            {
                await histories.Note(refuted.Key, [refuted with { Attempt = number }], cancellation);
            }
        }
    }

    private int NumberOf(StreamName stream, string kind, DerivationKey key, int number) =>
        _numbers.TryGetValue((kind, key, number), out var here)
            ? here
            : throw new CorruptLedgerException($"{bundle.Location}: {stream} refers to history {number} of {kind} {key.Digest.ToShortString()}, which is not in the bundle: it was altered, ask for it again");

    private async Task EachOther(Func<StreamName, IReadOnlyList<NewEvent>, Task> take, CancellationToken cancellation)
    {
        foreach (var prefix in Others)
        {
            await Each(prefix, (stream, events, _) => take(stream, [.. events.Select(AsItIs)]), cancellation);
        }
    }

    private async Task Each(string prefix, Func<StreamName, IReadOnlyList<StoredEvent>, CancellationToken, Task> take, CancellationToken cancellation)
    {
        await foreach (var stream in bundle.StreamsStartingWith(prefix, cancellation))
        {
            await take(stream, await bundle.ReadStream(stream, 1, cancellation).ToListAsync(cancellation), cancellation);
        }
    }

    private static NewEvent AsItIs(StoredEvent stored) => new(stored.Alias, stored.Body, stored.Metadata);
}
