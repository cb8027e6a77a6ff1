using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Experiments;

/// <summary>Handles <see cref="FindUnfinishedRuns"/>: looks at the end of every run's latest stream.</summary>
public sealed class FindUnfinishedRunsHandler(IEventStore store) : IRequestHandler<FindUnfinishedRuns, IReadOnlyList<UnfinishedRun>>
{
    /// <inheritdoc/>
    public async Task<IReadOnlyList<UnfinishedRun>> Handle(FindUnfinishedRuns request, CancellationToken cancellationToken)
    {
        var attempts = await LatestAttempts(cancellationToken);
        var unfinished = new List<(UnfinishedRun Run, long Position)>();
        await foreach (var stream in store.StreamsStartingWith("run-", cancellationToken))
        {
            // Only the first history of a run bears its bare name; the others are numbered.
            if (!stream.Value.Contains('.', StringComparison.Ordinal) && await store.First<RunStarted>(stream, cancellationToken) is { } started)
            {
                var run = RunIdentity.Run(started.Experiment, started.Replicate);
                if (!await HasEnded(run, cancellationToken))
                {
                    var (name, position) = attempts.GetValueOrDefault(run, ("unnamed", 0));
                    var declared = await Declared(started.Experiment, cancellationToken);
                    unfinished.Add((new UnfinishedRun(run, name, started.Experiment, declared.Specification, started.Replicate), position));
                }
            }
        }

        return [.. unfinished.OrderByDescending(static run => run.Position).Select(static run => run.Run)];
    }

    private async Task<bool> HasEnded(Digest run, CancellationToken cancellation)
    {
        var stream = (await RunLog.Latest(store, run, cancellation))!.Value;
        var last = await store.ReadEvent(stream, await store.VersionOf(stream, cancellation), cancellation);
        return EventCatalogue.Read(last!) is RunCompleted or RunDiverged;
    }

    private async Task<ExperimentDeclared> Declared(Digest experiment, CancellationToken cancellation)
    {
        var stream = StreamNames.Experiment(experiment);
        return await store.First<ExperimentDeclared>(stream, cancellation) ?? throw new CorruptLedgerException($"{stream}: a run refers to this experiment, which is not there; run ledger verify");
    }

    private async Task<IReadOnlyDictionary<Digest, (string Name, long Position)>> LatestAttempts(CancellationToken cancellation)
    {
        var latest = new Dictionary<Digest, (string Name, long Position)>();
        await foreach (var stream in store.StreamsStartingWith("attempt-", cancellation))
        {
            if (await store.ReadEvent(stream, 1, cancellation) is { } stored && EventCatalogue.Read(stored) is AttemptStarted attempt
                && latest.GetValueOrDefault(attempt.Run).Position < stored.Position)
            {
                latest[attempt.Run] = (attempt.Name, stored.Position);
            }
        }

        return latest;
    }
}
