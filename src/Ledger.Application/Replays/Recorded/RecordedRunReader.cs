using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays.Recorded;

/// <summary>Reads what runs are recorded to have done, each event checked; trajectories that several share are read once.</summary>
internal sealed class RecordedRunReader(ILedgerStore store, DerivationLog log)
{
    private readonly Dictionary<StreamName, RecordedTrajectory?> _trajectories = [];

    /// <summary>The latest history of a run.</summary>
    /// <exception cref="NotFoundException">The ledger does not have it.</exception>
    public async Task<RecordedRun> Read(Digest run, CancellationToken cancellation)
    {
        var stream = await RunLog.Latest(store, run, cancellation) ?? throw new NotFoundException($"run {run.ToShortString()} is not in {store.Location}; ledger ls lists the runs that are");
        var started = await store.First<RunStarted>(stream, cancellation) ?? throw new NotFoundException($"{stream} holds no run");
        var declared = await store.First<ExperimentDeclared>(StreamNames.Experiment(started.Experiment), cancellation)
            ?? throw new EvidenceMissingException($"the specification of experiment {started.Experiment.ToShortString()} is not in {store.Location}");
        var (program, uses) = (new List<ProgramEvent>(), new List<RecordedUse>());
        var read = new RecordedRun(run, stream, declared.Specification, program, uses, Broken: null, Completed: null, Diverged: null);
        await foreach (var recorded in store.ReadChecked(stream, 1, cancellation))
        {
            if (!recorded.IsIntact)
            {
                return read with { Broken = ReplayDifference.Altered(uses.LastOrDefault()?.Used.Round ?? 0, recorded.Stored.Alias, step: null, recorded.Place) };
            }

            var noted = recorded.Read()!;
            RecordedUse? use = null;
            switch (noted)
            {
                case DerivationUsed used:
                    (use, var broken) = await Read(used, cancellation);
                    if (use is null)
                    {
                        return read with { Broken = broken };
                    }

                    uses.Add(use);
                    break;
                case RunCompleted completed:
                    read = read with { Completed = (completed, recorded.Place) };
                    break;
                case RunDiverged diverged:
                    var record = await log.FindTrajectory(diverged.Trajectory, cancellation);
                    read = await Trajectory(diverged.Trajectory, record.Attempt, cancellation) is { } trajectory
                        ? read with { Diverged = (diverged, trajectory) }
                        : read with { Broken = ReplayDifference.Altered(diverged.Round, Kinds.Train, step: 0, record.Stream.Value) };
                    break;
            }

            program.Add(new ProgramEvent(noted, recorded.Place, use));
        }

        return read;
    }

    private async Task<(RecordedUse? Use, ReplayDifference? Broken)> Read(DerivationUsed used, CancellationToken cancellation)
    {
        var stream = StreamNames.Of(used.Kind, used.Key, used.Attempt);
        if (await store.FirstChecked(stream, cancellation) is not { } recorded)
        {
            return (null, new ReplayDifference(used.Round, used.Kind, used.Step, stream.Value, "nothing", "the run used this derivation", ReplayVerdict.Tampered));
        }

        if (!recorded.IsIntact || recorded.Read() is not IDerivationEvent completed || completed.Derivation.Key != used.Key || completed.Output != used.Output)
        {
            return (null, ReplayDifference.Altered(used.Round, used.Kind, used.Step, recorded.Place));
        }

        if (completed is not StateCaptured captured)
        {
            return (new RecordedUse(used, recorded.Place, completed, Trajectory: null), null);
        }

        var (key, step) = TakeState.Of(captured.Derivation);
        if (await Trajectory(key, captured.TrajectoryAttempt, cancellation) is not { } trajectory)
        {
            return (null, ReplayDifference.Altered(used.Round, Kinds.Train, step: 0, StreamNames.Of(Kinds.Train, key, captured.TrajectoryAttempt).Value));
        }

        trajectory.States.TryAdd(step, new RecordedState(step, captured.Output, used.Key, used.Attempt, recorded.Place));
        return (new RecordedUse(used, recorded.Place, completed, trajectory), null);
    }

    /// <summary>A recorded history of a training, or null if its beginning is not as it was written.</summary>
    private async Task<RecordedTrajectory?> Trajectory(DerivationKey key, int attempt, CancellationToken cancellation)
    {
        var stream = StreamNames.Of(Kinds.Train, key, attempt);
        if (!_trajectories.TryGetValue(stream, out var trajectory))
        {
            trajectory = await store.FirstChecked(stream, cancellation) is { IsIntact: true } first && first.Read() is TrainingStarted started && started.Derivation.Key == key
                ? new RecordedTrajectory(Train.Of(started.Derivation), key, attempt, stream)
                : null;
            _trajectories.Add(stream, trajectory);
        }

        return trajectory;
    }
}
