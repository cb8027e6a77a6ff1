using System.Text;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Tickets.Derivations;
using Ledger.Tickets.Pruning;
using Ledger.Tickets.Treatments;
using Ledger.Training.Data;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;

namespace Ledger.Tickets.Tests.Derivations;

/// <summary>The keys of every kind of derivation: golden values from another implementation of RFC 8785, which never change.</summary>
public sealed class OperationTests
{
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(3, 4, 2);

    private static readonly SampleRange Samples = new("train", 2, 100);

    private static readonly TrainingRecipe Recipe = new(
        Network, Samples, "unit/1", "softmax_cross_entropy/1", 8, "sgd/1", 0.9m, 0.0005m, new MultiStepSchedule(0.1m, [10, 20], 0.5m), ulong.MaxValue, SchedulePosition: 3, DataPosition: 4);

    private static readonly PruningRule Rule = new(Network, "magnitude/1", "exact_floor/1", [new PruningGroup(["fc1.weight"], 0.2m), new PruningGroup(["fc2.weight"], 0.1m)]);

    private static readonly InitializeWeights Initialize = new(Network, "glorot_normal/1", ulong.MaxValue);

    private static readonly Train Training = new(Recipe, Of("start"), Of("mask"), Of("data"));

    private static readonly TakeState State = new(new DerivationKey(Of("trajectory")), 17);

    private static readonly DrawMask Drawing = new(Rule, Of("previous"), Of("final"));

    private static readonly RewindWeights Rewinding = new(Network, new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Zero), Of("mask"), Of("state"));

    private static readonly Evaluate Evaluating = new(Network, "unit/1", "softmax_cross_entropy/1", Samples, Of("state"), Of("mask"), Of("data"));

    [Theory]
    [InlineData("initialize/1", "c9f3a2ea505e4afdc2606dae0212c0ebc50d7fdee57883cebf91db79bd8e3a58")]
    [InlineData("train/1", "87ee4c9f6d43caf99a52d6e860d64519aae403f0c0ad3f47a2662adf91b1eb2b")]
    [InlineData("state/1", "671af354d7895202f1acd330f5371ed5ee181e404071e8a01f5c3a18f0213e70")]
    [InlineData("draw_mask/1", "d632f1a7ed891cbb7fa6389e6217a5ff627b77c1740e808228b6a569bce6d203")]
    [InlineData("rewind/1", "21332aa3c4d1ddf777c04c4893e3ba4bee2fdcf0b6fc29bad005e77ff713172a")]
    [InlineData("evaluate/1", "125fb7171c24763e401139945a8743c48ca360933ace76ed8a8a64e7d27b831b")]
    public void Describe_EachKind_HasTheGoldenKey(string kind, string key)
    {
        var derivation = Assert.Single(All(), operation => operation.Describe().Kind == kind).Describe();

        Assert.Equal("exact-f32/1", derivation.Arithmetic);
        Assert.Equal(key, derivation.Key.ToString());
    }

    [Fact]
    public void Describe_DenseTraining_HasTheGoldenKeyWithoutAMask() =>
        Assert.Equal("27f2adadfabbd108c8aa8c12d1a2bb815811f1796ac7f8dc23873eac2990c682", (Training with { Mask = null }).Describe().Key.ToString());

    [Fact]
    public void Of_WhatWasDescribed_IsTheSameOperation()
    {
        Assert.All(All(), static operation => Assert.Equal(operation.Describe().Key, Again(operation.Describe()).Describe().Key));
        Assert.All(Changed(), static operation => Assert.Equal(operation.Describe().Key, Again(operation.Describe()).Describe().Key));
        Assert.Equal(State, TakeState.Of(State.Describe()));
        Assert.Null(Train.Of((Training with { Mask = null }).Describe()).Mask);
        Assert.Equal((Training.Start, Training.Mask, Training.Data), (Train.Of(Training.Describe()).Start, Train.Of(Training.Describe()).Mask, Train.Of(Training.Describe()).Data));
    }

    [Fact]
    public void Describe_AnyOneParameterOrInputChanged_HasAnotherKey()
    {
        IOperation[] all = [.. All(), .. Changed()];

        Assert.Equal(all.Length, all.Select(static operation => operation.Describe().Key).Distinct().Count());
    }

    // A parameter that no case above changes would not be noticed: every property of every operation and its parts must have one.
    [Fact]
    public void Changed_EveryPropertyOfEveryPart_HasACase()
    {
        var cases = Changed().Length;

        Assert.Equal(cases, 3 + Leaves(typeof(TrainingRecipe)) + 3 + 2 + Leaves(typeof(PruningRule)) + 2 + 1 + Leaves(typeof(Treatment)) + 2 + 3 + Leaves(typeof(SampleRange)) + 3);

        static int Leaves(Type type) => type.GetProperties().Where(static property => property.SetMethod is not null).Sum(static property =>
            property.PropertyType == typeof(SampleRange) || property.PropertyType == typeof(Schedule) ? Leaves(property.PropertyType == typeof(Schedule) ? typeof(MultiStepSchedule) : property.PropertyType)
            : property.PropertyType == typeof(IReadOnlyList<PruningGroup>) ? Leaves(typeof(PruningGroup))
            : property.PropertyType == typeof(ImageRecipe) || property.PropertyType == typeof(Augmentation) || property.PropertyType == typeof(AdamRecipe) ? 1 + Leaves(property.PropertyType)
            : 1);
    }

    [Fact]
    public void Describe_DecimalsWrittenOtherwise_HaveTheSameKey() =>
        Assert.Equal(Training.Describe().Key, (Training with { Recipe = Recipe with { Momentum = 0.900m, Schedule = new MultiStepSchedule(0.10m, [10, 20], 0.50m) } }).Describe().Key);

    private static IOperation[] All() => [Initialize, Training, State, Drawing, Rewinding, Evaluating];

    private static IOperation[] Changed()
    {
        var other = MultilayerPerceptron.Of(3, 5, 2);
        var schedule = (MultiStepSchedule)Recipe.Schedule;
        var images = new ImageRecipe(4, 4, 1, 2, [0.5m], [0.3m]);
        var augmentation = new Augmentation(Reflect: true, Shift: 4, Seed: 7);
        var adam = new AdamRecipe(0.9m, 0.999m, 0.00000001m, IsDecoupled: false);
        return
        [
            Initialize with { Network = other },
            Initialize with { Scheme = "glorot_normal/2" },
            Initialize with { Seed = ulong.MaxValue - 1 },
            .. new[]
            {
                Recipe with { Network = other },
                Recipe with { Samples = Samples with { Of = "test" } },
                Recipe with { Samples = Samples with { First = 3 } },
                Recipe with { Samples = Samples with { Count = 99 } },
                Recipe with { Preparation = "unit/2" },
                Recipe with { Loss = "softmax_cross_entropy/2" },
                Recipe with { Batch = 9 },
                Recipe with { Optimiser = "sgd/2" },
                Recipe with { Momentum = 0.91m },
                Recipe with { WeightDecay = 0.0006m },
                Recipe with { Schedule = schedule with { Rate = 0.2m } },
                Recipe with { Schedule = schedule with { Milestones = [10, 21] } },
                Recipe with { Schedule = schedule with { Factor = 0.6m } },
                Recipe with { OrderSeed = 1 },
                Recipe with { SchedulePosition = 4 },
                Recipe with { DataPosition = 3 },
                Recipe with { Images = images },
                Recipe with { Images = images with { Rows = 6 } },
                Recipe with { Images = images with { Columns = 6 } },
                Recipe with { Images = images with { Channels = 3 } },
                Recipe with { Images = images with { Pad = 1 } },
                Recipe with { Images = images with { Means = [0.4m] } },
                Recipe with { Images = images with { Deviations = [0.2m] } },
                Recipe with { Augmentation = augmentation },
                Recipe with { Augmentation = augmentation with { Reflect = false } },
                Recipe with { Augmentation = augmentation with { Shift = 3 } },
                Recipe with { Augmentation = augmentation with { Seed = 8 } },
                Recipe with { Adam = adam },
                Recipe with { Adam = adam with { Beta1 = 0.8m } },
                Recipe with { Adam = adam with { Beta2 = 0.99m } },
                Recipe with { Adam = adam with { Epsilon = 0.001m } },
                Recipe with { Adam = adam with { IsDecoupled = true } },
                Recipe with { Nesterov = true },
                Recipe with { Decay = TrainingRecipe.WeightsDecay },
                Recipe with { ClipNorm = 1 },
                Recipe with { Smoothing = 0.1m },
                Recipe with { DropoutSeed = 5 },
                Recipe with { SlotUpdates = 3 },
            }.Select(static recipe => Training with { Recipe = recipe }),
            Training with { Start = Of("x") },
            Training with { Mask = null },
            Training with { Data = Of("x") },
            State with { Trajectory = new DerivationKey(Of("x")) },
            State with { Step = 18 },
            Drawing with { Rule = Rule with { Network = other } },
            Drawing with { Rule = Rule with { Criterion = "magnitude/2" } },
            Drawing with { Rule = Rule with { Count = "exact_floor/2" } },
            Drawing with { Rule = Rule with { Groups = [Rule.Groups[0], new PruningGroup(["fc3.weight"], 0.1m)] } },
            Drawing with { Rule = Rule with { Groups = [Rule.Groups[0], new PruningGroup(["fc2.weight"], 0.11m)] } },
            Drawing with { Previous = null },
            Drawing with { Final = Of("x") },
            Rewinding with { Network = other },
            Rewinding with { Treatment = Rewinding.Treatment with { Kept = "rewind/2" } },
            Rewinding with { Treatment = Rewinding.Treatment with { Pruned = "zero/2" } },
            Rewinding with { Treatment = Rewinding.Treatment with { Slots = "rewind/1" } },
            Rewinding with { Mask = Of("x") },
            Rewinding with { State = Of("x") },
            Evaluating with { Network = other },
            Evaluating with { Preparation = "unit/2" },
            Evaluating with { Loss = "softmax_cross_entropy/2" },
            Evaluating with { Samples = Samples with { Of = "test" } },
            Evaluating with { Samples = Samples with { First = 3 } },
            Evaluating with { Samples = Samples with { Count = 99 } },
            Evaluating with { State = Of("x") },
            Evaluating with { Mask = null },
            Evaluating with { Data = Of("x") },
        ];
    }

    private static IOperation Again(Derivation derivation) => derivation.Kind switch
    {
        Kinds.Initialize => InitializeWeights.Of(derivation),
        Kinds.Train => Train.Of(derivation),
        Kinds.State => TakeState.Of(derivation),
        Kinds.DrawMask => DrawMask.Of(derivation),
        Kinds.Rewind => RewindWeights.Of(derivation),
        _ => Evaluate.Of(derivation),
    };

    private static Digest Of(string text) => Digest.Of(Encoding.UTF8.GetBytes(text));
}
