using Ledger.Events.Canonical;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Methods;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;

namespace Ledger.Tickets.Tests.Methods;

/// <summary>What the training section of a specification becomes in recipes and evaluations.</summary>
public sealed class SpecifiedRecipeTests
{
    private static readonly TrainingSpecification Plain = new(Steps: 10, Batch: 8, "sgd/1", 0.9m, 0.001m, 0.1m, [6], 0.5m);
    private static readonly ImageRecipe Images = new(4, 4, 1, Pad: 2, [0.5m], [0.25m]);

    [Fact]
    public void Recipe_PlainTraining_HasNoOptionalMembers() => Assert.Equal(
        """{"batch":8,"dataPosition":0,"loss":"softmax_cross_entropy/1","momentum":"0.9","network":{"layers":[{"inputs":4,"name":"fc1","outputs":2}]},"optimiser":"sgd/1","orderSeed":"6","preparation":"unit/1","samples":{"count":80,"first":0,"of":"train"},"schedule":{"factor":"0.5","milestones":[6],"rate":"0.1"},"schedulePosition":0,"weightDecay":"0.001"}""",
        System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(Experiment(Plain, MultilayerPerceptron.Of(4, 2)).Recipe(0, 0))));

    [Fact]
    public void Recipe_EveryKey_IsInIt()
    {
        var training = Plain with
        {
            Optimiser = "adamw/1",
            Momentum = 0,
            Adam = new AdamSpecification(0.9m, 0.99m, 0.001m),
            Decay = DecayScope.Weights,
            ClipNorm = 5,
            LabelSmoothing = 0.1m,
            Augment = new AugmentSpecification(Reflect: true, Shift: 2),
        };
        var input = new Features(8, 8, 1);
        var recipe = (Experiment(training, new NetworkDescription(input, new LayerStack(input).Flatten().Drop(0.5m).Linear("fc", 2).Layers)) with { Images = Images }).Recipe(3, 4);

        Assert.Equal(
            ("adam/1", new AdamRecipe(0.9m, 0.99m, 0.001m, IsDecoupled: true), "weights", 5m, 0.1m),
            (recipe.Optimiser, recipe.Adam, recipe.Decay, recipe.ClipNorm, recipe.Smoothing));
        Assert.Equal((Images, new Augmentation(Reflect: true, 2, 7), 8ul), (recipe.Images, recipe.Augmentation, recipe.DropoutSeed));
    }

    [Theory]
    [InlineData("adam/1", RestoreRule.Rewind, 3, 3)]
    [InlineData("adam/1", RestoreRule.Rewind, 0, null)]
    [InlineData("adam/1", RestoreRule.Zero, 3, null)]
    [InlineData("sgd/1", RestoreRule.Rewind, 3, null)]
    public async Task Run_SlotsRewound_CountOnWhereTheOptimiserCounts(string optimiser, RestoreRule slots, int rewindStep, int? updates)
    {
        var training = Plain with { Optimiser = optimiser, Adam = optimiser == "adam/1" ? new AdamSpecification(0.9m, 0.99m, 0.001m) : null };
        var experiment = Experiment(training, MultilayerPerceptron.Of(4, 3, 2));
        var method = experiment.Specification.Method with { RewindStep = rewindStep, Restore = new RestoreSpecification(RestoreRule.Rewind, slots, RestoreRule.Rewind, RestoreRule.Rewind) };
        var bench = new RecordingBench();
        await new IterativeMagnitudePruning().Run(experiment with { Specification = experiment.Specification with { Method = method } }, bench);

        var trained = bench.Operations.OfType<Train>().Select(static train => train.Recipe.SlotUpdates).ToList();
        Assert.Null(trained[0]);
        Assert.Equal(updates, trained[^1]);
    }

    [Fact]
    public async Task Run_ExemptWeights_AreInNoGroup()
    {
        var experiment = Experiment(Plain, MultilayerPerceptron.Of(4, 3, 2));
        var bench = new RecordingBench();
        await new IterativeMagnitudePruning().Run(experiment with { Specification = experiment.Specification with { Method = experiment.Specification.Method with { Exempt = ["fc1.weight"] } } }, bench);

        Assert.All(bench.Operations.OfType<DrawMask>(), static drawn => Assert.Equal(["fc2.weight"], drawn.Rule.Groups.SelectMany(static group => group.Layers)));
    }

    [Fact]
    public async Task Run_PreparedImages_AreEvaluatedAsTheyAreTrained()
    {
        var bench = new RecordingBench();
        await new IterativeMagnitudePruning().Run(Experiment(Plain, MultilayerPerceptron.Of(64, 2)) with { Images = Images }, bench);

        Assert.All(bench.Operations.OfType<Evaluate>(), static evaluated => Assert.Equal(Images, evaluated.Images));
        Assert.All(bench.Operations.OfType<Evaluate>(), static evaluated => Assert.Equal(evaluated.Describe().Key, Evaluate.Of(evaluated.Describe()).Describe().Key));
    }

    private static TicketExperiment Experiment(TrainingSpecification training, NetworkDescription network) => new(
        new ExperimentSpecification(
            new DataSpecification("fashion-mnist", Validation: 20),
            "unused",
            "glorot_normal/1",
            training,
            new PruningSpecification(
                "imp/1", Rounds: 1, RewindStep: 3, "magnitude/1", PruningScope.Layerwise, "exact_floor/1", 0.2m, 0.1m, new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind)),
            new EvaluationSpecification(["test"], Every: 0),
            Seed: 1),
        network,
        Digest.Of("data"u8),
        TrainSamples: 100,
        TestSamples: 50,
        InitSeed: 5,
        OrderSeed: 6,
        AugmentSeed: 7,
        DropoutSeed: 8);
}
