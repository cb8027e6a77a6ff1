using Ledger.Application.Specifications;
using Ledger.Events.Canonical;
using Ledger.Events.Specification;
using Ledger.Tickets.Methods;
using Ledger.Training.Schedules;

namespace Ledger.Application.Tests.Specifications;

/// <summary>Optimisers, schedules and image preparation in the training section.</summary>
public sealed class RecipeSectionTests
{
    private const string Momentum = "  momentum: 0.9\n";
    private const string Milestones = "  milestones: [4000it, 5200it]\n  factor: 0.1\n";

    [Fact]
    public void Parse_Adam_HasItsUsualCoefficients()
    {
        var training = Load(("sgd", "adam"), (Momentum, "")).Training;

        Assert.Equal(("adam/1", 0m, new AdamSpecification(0.9m, 0.999m, 0.00000001m)), (training.Optimiser, training.Momentum, training.Adam));
        Assert.True(SpecifiedTraining.CountsUpdates(training));
        Assert.False(SpecifiedTraining.Coefficients(training)!.IsDecoupled);
    }

    [Fact]
    public void Parse_AdamW_IsAdamWithDecoupledDecay()
    {
        var training = Load(("sgd", "adamw"), (Momentum, "  beta1: 0.8\n  beta2: 0.9\n  epsilon: 1e-6\n  decay: weights\n")).Training;

        Assert.Equal("adam/1", SpecifiedTraining.Optimiser(training));
        Assert.Equal((0.8m, 0.9m, 0.000001m, true), SpecifiedTraining.Coefficients(training) is { } adam ? (adam.Beta1, adam.Beta2, adam.Epsilon, adam.IsDecoupled) : default);
        Assert.Equal(DecayScope.Weights, training.Decay);
    }

    [Fact]
    public void Parse_NeutralValues_LeaveTheRecordAsItWas() => Assert.Equal(
        ExampleFile.DigestOf(ExampleFile.Fashion),
        ExampleFile.DigestOf(ExampleFile.With(ExampleFile.Fashion, Momentum, Momentum + "  nesterov: false\n  decay: all\n  label_smoothing: 0\n  pad: 0\n")));

    [Theory]
    [InlineData("  schedule: {kind: step, every: 10ep, factor: 0.5}\n", "{\"every\":9160,\"factor\":\"0.5\",\"kind\":\"step/1\",\"rate\":\"0.1\"}")]
    [InlineData("  schedule: {kind: cosine}\n", "{\"every\":1,\"floor\":\"0\",\"kind\":\"cosine/1\",\"rate\":\"0.1\",\"start\":0,\"steps\":6000}")]
    [InlineData("  schedule: {kind: cosine, floor: 0.01, every: 1ep}\n  warm_up: 1000\n  tail: {from: 5000, rate: 0.02}\n", "{\"first\":{\"kind\":\"warm_up/1\",\"steps\":1000,\"then\":{\"every\":916,\"floor\":\"0.01\",\"kind\":\"cosine/1\",\"rate\":\"0.1\",\"start\":1000,\"steps\":4000}},\"from\":5000,\"kind\":\"constant_tail/1\",\"rate\":\"0.02\"}")]
    [InlineData("  tail: {from: 5000, cycle: 100, high: 0.05, low: 0.01}\n", "{\"cycle\":100,\"first\":{\"factor\":\"1\",\"milestones\":[],\"rate\":\"0.1\"},\"from\":5000,\"high\":\"0.05\",\"kind\":\"cyclic_tail/1\",\"low\":\"0.01\"}")]
    [InlineData("  milestones: [3000]\n  factor: 0.1\n  warm_up: 500\n", "{\"kind\":\"warm_up/1\",\"steps\":500,\"then\":{\"factor\":\"0.1\",\"milestones\":[3000],\"rate\":\"0.1\"}}")]
    public void Parse_Schedule_BecomesThatOfTheRecipe(string schedule, string json) =>
        Assert.Equal(json, System.Text.Encoding.UTF8.GetString(CanonicalJson.Serialize(SpecifiedTraining.Schedule(Load((Milestones, schedule)).Training))));

    [Theory]
    [InlineData("  nesterov: true\n  clip_norm: 5\n  label_smoothing: 0.1\n")]
    [InlineData("  decay: weights\n  warm_up: 100\n  tail: {from: 5000, cycle: 100, high: 0.05, low: 0.01}\n")]
    [InlineData("  pad: 2\n  standardise: {mean: [0.1307], deviation: [0.3081]}\n  augment: {reflect: true, shift: 4}\n", "mlp:1024-10")]
    public void Write_Recipe_ReadsBackAsTheSame(string keys, string network = "lenet-300-100")
    {
        var experiment = ExampleFile.Load(ExampleFile.With(ExampleFile.With(ExampleFile.Fashion, Momentum, Momentum + keys), "lenet-300-100", network));

        var read = ExampleFile.Load(SpecificationWriter.Write(experiment));

        Assert.NotEqual(ExampleFile.DigestOf(ExampleFile.Fashion), RunIdentity.Experiment(experiment.Specification));
        Assert.Equal(RunIdentity.Experiment(experiment.Specification), RunIdentity.Experiment(read.Specification));
    }

    [Theory]
    [InlineData("resnet-20", "pad: 0")]
    [InlineData("resnet-20", "pad: 2")]
    [InlineData("lenet-300-100", "pad: 0")]
    public void Write_Padding_ReadsBackAsTheSame(string network, string pad)
    {
        var text = ExampleFile.With(ExampleFile.With(ExampleFile.Fashion, "lenet-300-100", network), Momentum, $"{Momentum}  {pad}\n");

        Assert.Equal(ExampleFile.DigestOf(text), ExampleFile.DigestOf(SpecificationWriter.Write(ExampleFile.Load(text))));
        Assert.Equal(pad != "pad: 0" || network == "lenet-300-100", ExampleFile.DigestOf(text) == ExampleFile.DigestOf(ExampleFile.With(ExampleFile.Fashion, "lenet-300-100", network)));
    }

    [Theory]
    [InlineData("sgd", "adam", "14 training.momentum: has no use in adam, which has beta1 and beta2: remove it")]
    [InlineData(Momentum, "", "10 training.momentum: is missing: add 'momentum:' with a number of at most 28 digits, such as 0.2 or 1e-4")]
    [InlineData("  momentum: 0.9", "  momentun: 0.9", "14 training.momentun: is not a key here; did you mean 'momentum'?")]
    [InlineData("  momentum: 0.9", "  momentum: 0\n  nesterov: true", "15 training.nesterov: has no use without momentum: give momentum a number above 0, or remove it")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  nesterov: yes", "15 training.nesterov: 'yes' is not true or false")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  beta1: 0.9", "15 training.beta1: has no use in sgd: remove it")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  clip_norm: 0", "15 training.clip_norm: 0 is not above 0: give a positive number")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  label_smoothing: 1", "15 training.label_smoothing: 1 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  warm_up: 6000", "15 training.warm_up: 6000it is not between the start and the end of training (6000it): give another number of steps")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  schedule: {kind: cosine}", "15 training.schedule.kind: cosine falls by itself: remove training.milestones, or the schedule")]
    [InlineData(Milestones, "  schedule: {kind: step}\n", "17 training.schedule.every: is missing: add 'every:' with the steps between two factors, such as 10ep", "17 training.schedule.factor: is missing: add 'factor:' with a number such as 0.1")]
    [InlineData(Milestones, "  schedule: {kind: cosine, floor: 0.2}\n", "17 training.schedule.floor: 0.2 is above training.rate (0.1): give a lower rate to end at")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  tail: {from: 100}", "15 training.tail: has no rate: add 'rate:' with one, or 'cycle:', 'high:' and 'low:'")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  tail: {from: 100, cycle: 5}", "15 training.tail: goes in cycles, which need 'cycle:', 'high:' and 'low:': add what is missing")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  tail: {from: 100, rate: 1, cycle: 5}", "15 training.tail: is constant and goes in cycles: keep 'rate:', or 'cycle:', 'high:' and 'low:'")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  warm_up: 100\n  tail: {from: 100, rate: 1}", "16 training.tail.from: 100it is not after the warm-up (100it): give a later step")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  augment: {}", "15 training.augment: changes nothing: add 'reflect: true', or 'shift:' with a number of pixels, or remove it")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  augment: {shift: 28}", "15 training.augment.shift: 28 moves images of 28 × 28 × 1 out of sight: give at most 27")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  standardise: {mean: [0.1, 0.2], deviation: [0]}", "15 training.standardise.mean: has 2 numbers, but fashion-mnist has 1 channels: give one a channel", "15 training.standardise.deviation: holds a number that is not above 0: give positive ones")]
    [InlineData("  momentum: 0.9", "  momentum: 0.9\n  pad: 2", "8 network: 'lenet-300-100' takes 784 features, but fashion-mnist has 1024: give a network that takes as many")]
    public void Parse_SpoiltRecipe_NamesThePlace(string old, string replacement, params string[] findings) => Assert.Equal(
        findings.Select(static finding => $"{ExampleFile.Path}:{finding}"),
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Fashion, old, replacement)).Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Parse_ImageKeysOnFeatures_AreRefused() => Assert.Equal(
        ["pad", "standardise", "augment"],
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Synthetic, "  momentum: 0\n", "  momentum: 0\n  pad: 1\n  standardise: {mean: [0], deviation: [1]}\n  augment: {reflect: true}\n")).Findings
            .Select(static finding => finding.Place.Replace("training.", "", StringComparison.Ordinal)));

    [Fact]
    public void Schedule_Plain_IsTheMultiStepSchedule() => Assert.IsType<MultiStepSchedule>(SpecifiedTraining.Schedule(ExampleFile.Load(ExampleFile.Fashion).Specification.Training));

    private static ExperimentSpecification Load(params (string Old, string New)[] changes) =>
        ExampleFile.Load(changes.Aggregate(ExampleFile.Fashion, static (text, change) => ExampleFile.With(text, change.Old, change.New))).Specification;
}
