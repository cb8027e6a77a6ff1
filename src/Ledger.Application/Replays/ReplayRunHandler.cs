using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Training;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Replays;

/// <summary>Handles <see cref="ReplayRun"/>: the run's events in order, each computed again; ends at the first difference.</summary>
public sealed class ReplayRunHandler(ILedgerStore store, DerivationLog log, TrajectoryExecution execution, IDeviceFactory devices, DataShelf data, Arbiter arbiter, TimeProvider clock)
    : IRequestHandler<ReplayRun, ReplayReport>
{
    /// <inheritdoc/>
    public async Task<ReplayReport> Handle(ReplayRun request, CancellationToken cancellationToken)
    {
        var stream = await RunLog.Latest(store, request.Run, cancellationToken) ?? throw new NotFoundException($"run {request.Run.ToShortString()} is not in {store.Location}; ledger ls lists the runs that are");
        var started = await store.First<RunStarted>(stream, cancellationToken) ?? throw new NotFoundException($"{stream} holds no run");
        var declared = await store.First<ExperimentDeclared>(StreamNames.Experiment(started.Experiment), cancellationToken)
            ?? throw new EvidenceMissingException($"the specification of experiment {started.Experiment.ToShortString()} is not in {store.Location}");
        data.Load(declared.Specification.Data);
        using var replay = new Replay(store, log, execution, devices, data, arbiter, Report, cancellationToken);
        var (difference, isComplete) = await Compare(replay, stream, cancellationToken);
        if (difference is null)
        {
            await Record(request, replay, cancellationToken);
            await new ImportConfirmation(store, log).Confirm(request.Run, stream, cancellationToken);
        }

        return new ReplayReport(request.Run, replay.Derivations, replay.Steps, replay.Result, isComplete, difference);

        void Report(int round, TrainingProgress training) =>
            request.Progress?.Report(new ReplicateProgress(request.Run, started.Replicate, round, declared.Specification.Method.Rounds, training));
    }

    private async Task<(ReplayDifference? Difference, bool IsComplete)> Compare(Replay replay, StreamName stream, CancellationToken cancellation)
    {
        var isComplete = false;
        var round = 0;
        await foreach (var recorded in store.ReadChecked(stream, 1, cancellation))
        {
            if (!recorded.IsIntact)
            {
                return (new ReplayDifference(round, recorded.Stored.Alias, null, recorded.Place, "an event that does not have its hash", "altered after it was written", ReplayVerdict.Tampered), isComplete);
            }

            var read = recorded.Read();
            round = (read as DerivationUsed)?.Round ?? round;
            isComplete = read is RunCompleted or RunDiverged;
            var difference = read switch
            {
                DerivationUsed used => await replay.Derivation(used),
                RunDiverged diverged => await replay.Divergence(diverged),
                RunCompleted completed when completed.Result != replay.Result =>
                    new ReplayDifference(round, recorded.Stored.Alias, null, recorded.Place, completed.Result.ToString(), replay.Result.ToString(), ReplayVerdict.Refuted),
                _ => null,
            };
            if (difference is not null)
            {
                return (difference, isComplete);
            }
        }

        return (null, isComplete);
    }

    private async Task Record(ReplayRun request, Replay replay, CancellationToken cancellation)
    {
        using var device = devices.CreateFast();
        var metadata = EnvironmentReport.Now(clock, device.Name).ToBytes();
        await store.AppendAtEnd(
            StreamNames.Audit(request.Run),
            [EventCatalogue.ToNew(new ReplayVerified(request.Run, replay.Derivations, replay.Steps, replay.Result, Events.Hashing.Digest.Of(metadata)), metadata)],
            cancellation);
    }
}
