using Ledger.Application.Replays.Recorded;
using Ledger.Application.Training;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Tasks;

/// <summary>A piece of a training: from one recorded state to the next, every step compared, and the digest at its end.</summary>
/// <param name="trajectory">The recorded training.</param>
/// <param name="start">The state it begins from: the recorded one before, or the trajectory's start; null for the latter.</param>
/// <param name="to">The last step.</param>
/// <param name="end">The recorded state there, or null.</param>
/// <param name="diverges">True if the last step is recorded to be impossible.</param>
internal sealed class SegmentTask(RecordedTrajectory trajectory, RecordedState? start, int to, RecordedState? end, bool diverges = false) : ReplayTask
{
    /// <summary>Which training.</summary>
    public RecordedTrajectory Trajectory => trajectory;

    /// <summary>The state it begins from; null for the trajectory's start.</summary>
    public RecordedState? Start => start;

    /// <summary>The recorded state at its end, or null.</summary>
    public RecordedState? End => end;

    /// <summary>Steps before it.</summary>
    public int From => start?.Step ?? 0;

    /// <summary>The last step.</summary>
    public int To => to;

    /// <summary>Where the trajectory's steps are folded, if all of them are computed.</summary>
    public TrajectoryFold? Fold { get; set; }

    /// <inheritdoc/>
    public override IReadOnlyList<Digest> Needs => Train.Mask is { } mask ? [StartDigest, mask] : [StartDigest];

    /// <inheritdoc/>
    public override Digest? Makes => end?.Output;

    /// <inheritdoc/>
    public override NetworkDescription Network => Train.Recipe.Network;

    /// <inheritdoc/>
    public override double Work => WorkOfStep(Train.Recipe) * Steps;

    /// <inheritdoc/>
    public override int Steps => to - From;

    private Train Train => trajectory.Train;

    private Digest StartDigest => start?.Output ?? Train.Start;

    /// <summary>About how many multiply-adds a step takes: forward, and the gradients by inputs and by weights.</summary>
    public static double WorkOfStep(Ledger.Training.Recipes.TrainingRecipe recipe) => (double)recipe.Batch * NetworkCost.StepMultiplyAdds(recipe.Network);

    /// <inheritdoc/>
    public override async Task<TaskOutcome?> Run(ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        var state = await bench.Materials.State(Network, StartDigest, cancellation);
        var way = new SegmentWay(trajectory, state, await bench.Materials.Mask(Network, Train.Mask, cancellation), From);
        var record = new SegmentRecord(bench.Store, trajectory);
        var steps = new List<StepTrained>(Steps);
        foreach (var chunk in bench.Execution.Run(Train, way.Start, way.Mask, From, to, cancellation))
        {
            var (equal, difference, wrong) = await record.Compare(chunk, cancellation);
            steps.AddRange(chunk.Steps.Take(equal));
            bench.Counter.Advance(equal);
            if (wrong is not null)
            {
                return new TaskOutcome(Output: null, steps.Count, new Finding(wrong));
            }

            if (difference is not null)
            {
                return new TaskOutcome(Output: null, steps.Count, await way.Settle(bench, difference, record.Place, cancellation));
            }

            if (chunk.DivergedAt is { } at)
            {
                return new TaskOutcome(Output: null, steps.Count, diverges && at == to ? null : Beyond(bench, way, at, cancellation));
            }

            if (!isWanted())
            {
                return null;
            }

            state = chunk.Steps[^1].Step == to ? chunk.Capture() : state;
        }

        Fold?.Add(From, steps);
        return diverges ? new TaskOutcome(Output: null, steps.Count, NotDiverged()) : await Conclude(bench, way, state, steps.Count, cancellation);
    }

    private async Task<TaskOutcome> Conclude(ReplayBench bench, SegmentWay way, NetworkState state, int steps, CancellationToken cancellation)
    {
        if (end is null)
        {
            return new TaskOutcome(Output: null, steps);
        }

        var digest = Digest.Of(StateFile.Write(state));
        if (digest != end.Output)
        {
            return new TaskOutcome(digest, steps, await way.Settle(bench, end, digest, state, cancellation));
        }

        bench.Materials.Hold(digest, state);
        return new TaskOutcome(digest, steps);
    }

    /// <summary>The training ends before this segment does: what is recorded of its end is impossible.</summary>
    private Finding Beyond(ReplayBench bench, SegmentWay way, int divergedAt, CancellationToken cancellation) => end is not null
        ? way.Settle(bench, end, divergedAt, cancellation)
        : new Finding(new ReplayDifference(
            Round: 0, diverges ? "run_diverged" : Kinds.Train, to, trajectory.Stream.Value, diverges ? $"diverged at step {to}" : $"step {to}", $"diverges at step {divergedAt}", ReplayVerdict.Refuted));

    private Finding NotDiverged() => new(new ReplayDifference(
        Round: 0, "training_diverged", to, trajectory.Stream.Value, $"diverged at step {to}", "the step is finite", ReplayVerdict.Refuted));
}
