using Ledger.Application.Replays.Recorded;
using Ledger.Application.Training;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays.Tasks;

/// <summary>The recorded steps of a training, with which computed ones are compared.</summary>
internal sealed class SegmentRecord(IEventStore store, RecordedTrajectory trajectory)
{
    /// <summary>Where the last event read stands.</summary>
    public string Place { get; private set; } = trajectory.Stream.Value;

    /// <summary>How many computed steps are as recorded; then the first that differs, or what else is wrong with the record there.</summary>
    public async Task<(int Equal, StepDifference? Difference, ReplayDifference? Wrong)> Compare(ComputedChunk chunk, CancellationToken cancellation)
    {
        var wanted = chunk.Steps.Cast<StepTrained?>().ToList();
        var first = chunk.Steps.Count > 0 ? chunk.Steps[0].Step : chunk.DivergedAt!.Value;
        if (chunk.DivergedAt is not null)
        {
            wanted.Add(null);
        }

        var equal = 0;
        await foreach (var recorded in store.ReadChecked(trajectory.Stream, first + 1, cancellation))
        {
            Place = recorded.Place;
            var (step, found) = (first + equal, wanted[equal]);
            var read = recorded.Read();
            if (!recorded.IsIntact || read is not (StepTrained or TrainingDiverged))
            {
                return (equal, null, new ReplayDifference(Round: 0, Kinds.Train, step, recorded.Place, Text(read as StepTrained), Text(found), ReplayVerdict.Tampered));
            }

            if (read is TrainingDiverged diverged && diverged.Step != step)
            {
                return (equal, null, new ReplayDifference(
                    Round: 0, recorded.Stored.Alias, step, recorded.Place, $"diverged at step {diverged.Step}", $"this is step {step}: {Text(found)}", ReplayVerdict.Refuted));
            }

            if (read as StepTrained != found)
            {
                return (equal, new StepDifference(step, read as StepTrained, found), null);
            }

            if (++equal == wanted.Count)
            {
                return (chunk.Steps.Count, null, null);
            }
        }

        return (equal, null, new ReplayDifference(Round: 0, Kinds.Train, first + equal, trajectory.Stream.Value, "nothing", Text(wanted[equal]), ReplayVerdict.Tampered));
    }

    /// <summary>A step for people.</summary>
    public static string Text(StepTrained? step) =>
        step is null ? "no finite step" : $"step {step.Step}, loss {step.Loss:R}, correct {step.Correct}, fingerprint {step.Fingerprint}";
}
