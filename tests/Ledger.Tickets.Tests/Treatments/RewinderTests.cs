using Ledger.Tickets.Treatments;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Tickets.Tests.Treatments;

/// <summary>What a rewind makes of weights, biases and slots, bit for bit.</summary>
public sealed class RewinderTests
{
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(3, 4, 2);

    // Negative numbers, zeros of both signs, subnormals.
    private static readonly float[] Parameters = [.. Enumerable.Range(0, 26).Select(static i => i % 5 == 0 ? -0f : i % 7 == 0 ? -float.Epsilon : 3f - i)];

    private static readonly float[] Velocity = [.. Enumerable.Range(0, 26).Select(static i => i % 4 == 0 ? -0f : 0.5f - i)];

    private static readonly NetworkState RewindPoint = new(Network, Parameters, [new OptimiserSlot("velocity", Velocity)]);

    // Prunes weights 1, 5 and 10 of the first layer, 0 and 7 of the second.
    private static readonly WeightMask Mask = Pruned((0, 1), (0, 5), (0, 10), (1, 0), (1, 7));

    private static readonly int[] PrunedParameters = [1, 5, 10, 16, 23];

    [Fact]
    public void Rewind_KeptWeightsAndBiases_AreAsInTheRewindPointAndPrunedOnesPositiveZero()
    {
        var rewound = Rewinder.Rewind(new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Zero), Mask, RewindPoint);

        Assert.Equal(Selected(Parameters), Bits(rewound.Values));
        Assert.Same(Network, rewound.Network);
    }

    [Fact]
    public void Rewind_ZeroSlots_LeavesNone() =>
        Assert.Empty(Rewinder.Rewind(new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Zero), Mask, RewindPoint).Slots);

    [Fact]
    public void Rewind_RewoundSlots_AreAsInTheRewindPointWhereKept() =>
        Assert.Equal(Selected(Velocity), Bits(Rewinder.Rewind(new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Rewind), Mask, RewindPoint).Slots.Single().Values));

    [Fact]
    public void Rewind_RewoundSlotsOfTheFirstState_AreNone() =>
        Assert.Empty(Rewinder.Rewind(new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Rewind), Mask, RewindPoint with { Slots = [] }).Slots);

    [Fact]
    public void Rewind_RewindPoint_IsLeftAsItWas()
    {
        var before = Bits(Parameters);
        Rewinder.Rewind(new Treatment(Treatment.Rewind, Treatment.Zero, Treatment.Rewind), Mask, RewindPoint);

        Assert.Equal(before, Bits(RewindPoint.Values));
    }

    [Theory]
    [InlineData("rewind/2", "zero/1", "zero/1")]
    [InlineData("rewind/1", "rewind/1", "zero/1")]
    [InlineData("rewind/1", "zero/1", "zero/2")]
    public void Rewind_UnknownTreatment_IsRefused(string kept, string pruned, string slots) =>
        Assert.Throws<ArgumentException>(() => Rewinder.Rewind(new Treatment(kept, pruned, slots), Mask, RewindPoint));

    private static WeightMask Pruned(params (int Layer, int Index)[] weights)
    {
        var mask = WeightMask.Dense(Network);
        foreach (var (layer, index) in weights)
        {
            mask.Prune(layer, index);
        }

        return mask;
    }

    private static uint[] Selected(float[] values)
    {
        var bits = Bits(values);
        foreach (var index in PrunedParameters)
        {
            Assert.NotEqual(0u, bits[index]);
            bits[index] = 0;
        }

        return bits;
    }

    private static uint[] Bits(float[] values) => [.. values.Select(BitConverter.SingleToUInt32Bits)];
}
