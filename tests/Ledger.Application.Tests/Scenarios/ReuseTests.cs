using Ledger.Events.Recorded;

namespace Ledger.Application.Tests.Scenarios;

public sealed class ReuseTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Run_ASecondTime_RecomputesNothing()
    {
        var first = await _bench.Run(TinyExperiment.Specification);
        var history = await _bench.History();
        var second = await _bench.Run(TinyExperiment.Specification);

        Assert.Equal(12 + 8 + 8, first.StepsTrained);
        Assert.Equal((0L, 0L, 0, 28L), (second.StepsTrained, second.StepsRepeated, second.Computed, second.StepsReused));
        Assert.Equal(first.Result, second.Result);
        Assert.Equal(history, await _bench.History());
    }

    [Fact]
    public async Task Run_IntoAnotherLedger_HasTheSameHistory()
    {
        using var other = new Bench();
        var here = await _bench.Run(TinyExperiment.Specification);
        var there = await other.Run(TinyExperiment.Specification);

        Assert.NotNull(here.Result);
        Assert.Equal(here.Result, there.Result);
        Assert.Equal(await _bench.History(), await other.History());
    }

    [Fact]
    public async Task Run_OfTwoMoreRounds_TrainsOnlyThose()
    {
        await _bench.Run(TinyExperiment.Specification);
        var more = await _bench.Run(TinyExperiment.Specification.With(rounds: 4));

        Assert.Equal((16L, 28L, 0L), (more.StepsTrained, more.StepsReused, more.StepsRepeated));
    }

    [Fact]
    public async Task Run_OfALongerTraining_ExtendsTheTrajectory()
    {
        await _bench.Run(TinyExperiment.Specification.With(rounds: 1));
        var longer = await _bench.Run(TinyExperiment.Specification.With(rounds: 1, steps: 20));

        // Dense: 12 found, 8 trained on from the state at 12; the mask of a longer training is another mask.
        Assert.Equal((8L + 16L, 12L, 0L), (longer.StepsTrained, longer.StepsReused, longer.StepsRepeated));
    }

    [Fact]
    public async Task Run_WithARewindPointMarkedAfterwards_RetrainsNothingDense()
    {
        await _bench.Run(TinyExperiment.Specification.With(rounds: 1));
        var moved = await _bench.Run(TinyExperiment.Specification.With(rounds: 1, rewind: 6));

        // The state at 6 is made again from that at 4 (2 steps, compared); the ticket trains its 6 steps.
        Assert.Equal((6L, 12L, 2L), (moved.StepsTrained, moved.StepsReused, moved.StepsRepeated));
        using var store = _bench.Open();
        Assert.Equal(12 + 8 + 6, await store.ReadAll().CountAsync(static stored => stored.Alias == "step_trained", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_WithMoreEvaluations_TrainsNothing()
    {
        await _bench.Run(TinyExperiment.Specification);
        var splits = await _bench.Run(TinyExperiment.Specification.With(splits: ["train", "validation", "test"]));
        var points = await _bench.Run(TinyExperiment.Specification.With(every: 3));

        Assert.Equal((0L, 0L, 28L), (splits.StepsTrained, splits.StepsRepeated, splits.StepsReused));
        Assert.Equal((0L, 28L), (points.StepsTrained, points.StepsReused));
    }

    [Fact]
    public async Task Run_ThatDiverges_EndsWithItsStepAndStopsNoOther()
    {
        var diverging = TinyExperiment.Specification.With(rate: 1e28m);
        var outcomes = await _bench.Run(diverging, [0, 1]);
        var again = await _bench.Run(diverging, [0]);

        Assert.All(outcomes, static outcome => Assert.Null(outcome.Result));
        Assert.All(outcomes, static outcome => Assert.Contains("diverged at step", outcome.Failure, StringComparison.Ordinal));
        Assert.Equal(outcomes[0].Failure, again[0].Failure);
        Assert.Equal(0, again[0].StepsTrained);
        using var store = _bench.Open();
        var events = await store.ReadAll().Select(EventCatalogue.Read).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, events.OfType<TrainingDiverged>().Count());
        Assert.Equal(2, events.OfType<RunDiverged>().Count());
    }

    public void Dispose() => _bench.Dispose();
}
