using Ledger.Application.History;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays.Recorded;

/// <summary>Which recorded states and masks are stored as they should be: those shorten the way.</summary>
internal sealed class StoredInputs(ILedgerStore store, DerivationLog log)
{
    /// <summary>Those outputs of runs whose stored bytes have their digest.</summary>
    public async Task<HashSet<Digest>> Find(IEnumerable<RecordedRun> runs, CancellationToken cancellation)
    {
        var stored = new HashSet<Digest>();
        foreach (var output in runs.SelectMany(static run => run.Uses).SelectMany(Outputs).Distinct())
        {
            if (await store.GetUnchecked(output, cancellation) is { } bytes && Digest.Of(bytes) == output)
            {
                stored.Add(output);
            }
        }

        return stored;
    }

    /// <summary>Adds to the trajectories of runs the cached states that other runs, or the user, have taken from them.</summary>
    public async Task AddCached(IEnumerable<RecordedRun> runs, CancellationToken cancellation)
    {
        var trajectories = Trajectories(runs).ToDictionary(static trajectory => trajectory.Stream);
        await foreach (var cached in store.ListStates(cancellation))
        {
            if (trajectories.GetValueOrDefault(cached.Trajectory) is { } trajectory && !trajectory.States.ContainsKey(cached.Step) && cached.Step < trajectory.States.Keys.Last()
                && await Recorded(trajectory, cached, cancellation) is { } state)
            {
                trajectory.States.Add(cached.Step, state);
            }
        }
    }

    /// <summary>The event that makes evidence of a cached state, or null: a note alone proves nothing.</summary>
    private async Task<RecordedState?> Recorded(RecordedTrajectory trajectory, CachedState cached, CancellationToken cancellation)
    {
        var key = new TakeState(trajectory.Key, cached.Step).Describe().Key;
        var standing = await log.StandingOf(key, cancellation);
        for (var attempt = 1; await store.FirstChecked(StreamNames.Of(Kinds.State, key, attempt), cancellation) is { } recorded; attempt++)
        {
            if (recorded.IsIntact && recorded.Read() is StateCaptured captured && captured.TrajectoryAttempt == trajectory.Attempt && captured.Output == cached.State
                && captured.Derivation.Key == key && !standing.IsRefuted(attempt) && !standing.IsUnconfirmed(attempt))
            {
                return new RecordedState(cached.Step, cached.State, key, attempt, recorded.Place, IsOfOthers: true);
            }
        }

        return null;
    }

    /// <summary>The trainings of runs.</summary>
    public static IEnumerable<RecordedTrajectory> Trajectories(IEnumerable<RecordedRun> runs) =>
        runs.SelectMany(static run => run.Uses).Select(static use => use.Trajectory).OfType<RecordedTrajectory>().Distinct();

    private static IEnumerable<Digest> Outputs(RecordedUse use) => use switch
    {
        { Completed: TicketEvaluated } => [],
        { Trajectory: { } trajectory } => trajectory.States.Values.Select(static state => state.Output),
        _ => [use.Completed.Output],
    };
}
