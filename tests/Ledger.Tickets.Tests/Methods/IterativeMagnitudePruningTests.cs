using Ledger.Training.Schedules;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;
using Ledger.Training.Networks;

namespace Ledger.Tickets.Tests.Methods;

/// <summary>What iterative magnitude pruning asks of its bench, call by call.</summary>
public sealed class IterativeMagnitudePruningTests
{
    private static readonly Digest Data = Digest.Of("data"u8);

    [Fact]
    public async Task Run_RewindToTheStart_IsFrankleAndCarbin2019()
    {
        var bench = await Run(Experiment(rounds: 2, rewindStep: 0));

        Assert.Equal(
            """
            initialize 0: glorot_normal/1 5
            ticket 0: - initial initial
            rewind point: [initial - 0/0] at 0, initial
            state 0: [initial - 0/0] at 10
            evaluate 0 at 10: test test 0+50, [initial - 0/0]@10 under -
            mask 1: of - by [initial - 0/0]@10, fc1.weight 0.2 | fc2.weight 0.1
            rewind 1: initial under mask1, slots zero/1
            ticket 1: mask1 start1 file1
            state 1: [start1 mask1 0/0] at 10
            evaluate 1 at 10: test test 0+50, [start1 mask1 0/0]@10 under mask1
            mask 2: of mask1 by [start1 mask1 0/0]@10, fc1.weight 0.2 | fc2.weight 0.1
            rewind 2: initial under mask2, slots zero/1
            ticket 2: mask2 start2 file2
            state 2: [start2 mask2 0/0] at 10
            evaluate 2 at 10: test test 0+50, [start2 mask2 0/0]@10 under mask2
            """,
            bench.Calls);
    }

    [Fact]
    public async Task Run_RewindToAStep_TrainsTheRestFromThere()
    {
        var bench = await Run(Experiment(rounds: 1, rewindStep: 3));

        Assert.Equal(
            """
            initialize 0: glorot_normal/1 5
            ticket 0: - initial initial
            state 0: [initial - 0/0] at 3
            rewind point: [initial - 0/0] at 3, [initial - 0/0]@3
            state 0: [initial - 0/0] at 10
            evaluate 0 at 10: test test 0+50, [initial - 0/0]@10 under -
            mask 1: of - by [initial - 0/0]@10, fc1.weight 0.2 | fc2.weight 0.1
            rewind 1: [initial - 0/0]@3 under mask1, slots zero/1
            ticket 1: mask1 start1 file1
            state 1: [start1 mask1 3/3] at 7
            evaluate 1 at 7: test test 0+50, [start1 mask1 3/3]@7 under mask1
            """,
            bench.Calls);
    }

    [Theory]
    [InlineData(RestoreRule.Rewind, RestoreRule.Rewind, "[start1 mask1 3/3] at 7")]
    [InlineData(RestoreRule.Rewind, RestoreRule.Restart, "[start1 mask1 3/0] at 7")]
    [InlineData(RestoreRule.Restart, RestoreRule.Rewind, "[start1 mask1 0/3] at 10")]
    [InlineData(RestoreRule.Restart, RestoreRule.Restart, "[start1 mask1 0/0] at 10")]
    public async Task Run_RestoreRules_DecideWhereScheduleAndDataGoOn(RestoreRule schedule, RestoreRule data, string trained)
    {
        var bench = await Run(Experiment(rounds: 1, rewindStep: 3, new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, schedule, data)));

        Assert.Contains($"\nstate 1: {trained}\n", bench.Calls);
    }

    [Theory]
    [InlineData(RestoreRule.Zero, "zero/1")]
    [InlineData(RestoreRule.Rewind, "rewind/1")]
    public async Task Run_SlotsRule_IsTheTreatmentOfSlots(RestoreRule slots, string treatment)
    {
        var bench = await Run(Experiment(rounds: 1, rewindStep: 3, new RestoreSpecification(RestoreRule.Rewind, slots, RestoreRule.Rewind, RestoreRule.Rewind)));

        Assert.Contains($"under mask1, slots {treatment}\n", bench.Calls);
    }

    [Fact]
    public async Task Run_EvaluateEvery_EvaluatesEachSplitOnTheWayAndOnceAtTheEnd()
    {
        var experiment = Experiment(rounds: 0, rewindStep: 0);
        experiment = experiment with { Specification = experiment.Specification with { Evaluation = new EvaluationSpecification(["validation", "test"], Every: 5) } };

        var calls = (await Run(experiment)).Calls.Split('\n')[3..];

        Assert.Equal(
            [
                "state 0: [initial - 0/0] at 5",
                "evaluate 0 at 5: validation train 80+20, [initial - 0/0]@5 under -",
                "evaluate 0 at 5: test test 0+50, [initial - 0/0]@5 under -",
                "state 0: [initial - 0/0] at 10",
                "evaluate 0 at 10: validation train 80+20, [initial - 0/0]@10 under -",
                "evaluate 0 at 10: test test 0+50, [initial - 0/0]@10 under -",
            ],
            calls);
    }

    [Fact]
    public async Task Run_Operations_HoldWhatTheSpecificationSays()
    {
        var experiment = Experiment(rounds: 1, rewindStep: 3);
        var operations = (await Run(experiment)).Operations;

        var train = operations.OfType<Train>().Last();
        Assert.Equal(experiment.Recipe(3, 3) with { Schedule = train.Recipe.Schedule }, train.Recipe);
        var schedule = Assert.IsType<MultiStepSchedule>(train.Recipe.Schedule);
        Assert.Equal((0.1m, 0.5m), (schedule.Rate, schedule.Factor));
        Assert.Equal([6], schedule.Milestones);
        Assert.All(operations.OfType<Train>(), static operation => Assert.Equal(Data, operation.Data));
        Assert.All(operations.OfType<Evaluate>(), static operation => Assert.Equal((Data, "unit/1", "softmax_cross_entropy/1"), (operation.Data, operation.Preparation, operation.Loss)));
        Assert.Equal(("magnitude/1", "exact_floor/1"), operations.OfType<DrawMask>().Select(static operation => (operation.Rule.Criterion, operation.Rule.Count)).Single());
    }

    [Theory]
    [InlineData("train", "train 0+80")]
    [InlineData("validation", "train 80+20")]
    [InlineData("test", "test 0+50")]
    public void Split_Name_IsItsListOfSamples(string name, string wanted)
    {
        var range = Experiment(rounds: 0, rewindStep: 0).Split(name);

        Assert.Equal(wanted, $"{range.Of} {range.First}+{range.Count}");
    }

    [Fact]
    public void Split_UnknownName_IsRefused() => Assert.Throws<ArgumentException>(() => Experiment(rounds: 0, rewindStep: 0).Split("tests"));

    private static async Task<RecordingBench> Run(TicketExperiment experiment)
    {
        var bench = new RecordingBench();
        await MethodCatalogue.Find("imp/1")!.Run(experiment, bench);
        return bench;
    }

    private static TicketExperiment Experiment(int rounds, int rewindStep, RestoreSpecification? restore = null) => new(
        new ExperimentSpecification(
            new DataSpecification("synthetic", Validation: 20),
            "mlp:3-4-2",
            "glorot_normal/1",
            new TrainingSpecification(Steps: 10, Batch: 8, "sgd/1", 0.9m, 0.0005m, 0.1m, [6], 0.5m),
            new PruningSpecification(
                "imp/1", rounds, rewindStep, "magnitude/1", PruningScope.Layerwise, "exact_floor/1", 0.2m, 0.1m, restore ?? new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
            new EvaluationSpecification(["test"], Every: 0),
            Seed: 1),
        MultilayerPerceptron.Of(3, 4, 2),
        Data,
        TrainSamples: 100,
        TestSamples: 50,
        InitSeed: 5,
        OrderSeed: 6);
}
