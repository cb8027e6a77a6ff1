using Ledger.Application.History;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays;

/// <summary>Confirms the imported histories behind a run that was computed again and found equal.</summary>
internal sealed class ImportConfirmation(IEventStore store, DerivationLog log)
{
    /// <summary>Confirms the run's own history and every one that it used.</summary>
    public async Task Confirm(Digest run, StreamName stream, CancellationToken cancellation)
    {
        foreach (var recorded in await store.All(stream, cancellation))
        {
            switch (recorded)
            {
                case DerivationUsed used:
                    await Confirm(used, cancellation);
                    break;
                case RunDiverged diverged:
                    await log.Confirm(Kinds.Train, diverged.Trajectory, (await log.FindTrajectory(diverged.Trajectory, cancellation)).Attempt, diverged.Step, cancellation);
                    break;
            }
        }

        await log.Confirm(RunLog.Kind, new DerivationKey(run), stream.Number, step: null, cancellation);
    }

    private async Task Confirm(DerivationUsed used, CancellationToken cancellation)
    {
        await log.Confirm(used.Kind, used.Key, used.Attempt, step: null, cancellation);
        if (used.Kind == Kinds.State && await store.First<StateCaptured>(StreamNames.Of(used.Kind, used.Key, used.Attempt), cancellation) is { } captured)
        {
            var (trajectory, step) = TakeState.Of(captured.Derivation);
            await log.Confirm(Kinds.Train, trajectory, captured.TrajectoryAttempt, step, cancellation);
        }
    }
}
