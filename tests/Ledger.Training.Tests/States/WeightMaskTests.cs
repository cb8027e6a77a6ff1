using Ledger.Training.Networks;
using Ledger.Training.States;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.States;

/// <summary>The bits of a mask, and where they stand among all parameters.</summary>
public sealed class WeightMaskTests
{
    // Weights 3 × 4 at 0, bias at 12, weights 4 × 2 at 16, bias at 24.
    private static readonly NetworkDescription Network = MultilayerPerceptron.Of(3, 4, 2);

    [Fact]
    public void Dense_Network_SetsABitPerWeightAndNoOther()
    {
        var dense = WeightMask.Dense(Network);

        Assert.Equal([[0xFF, 0x0F], [0xFF]], dense.Layers);
        Assert.Equal((20, 12, 8), (dense.Kept, dense.KeptIn(0), dense.KeptIn(1)));
        Assert.True(dense.IsWellFormed);
    }

    [Fact]
    public void Prune_OneWeight_ClearsItsBitAlone()
    {
        var dense = WeightMask.Dense(Network);
        var mask = dense.Copy();
        mask.Prune(0, 9);
        mask.Prune(0, 9);
        mask.Prune(1, 0);

        Assert.Equal([[0xFF, 0b1101], [0xFE]], mask.Layers);
        Assert.Equal(20, dense.Kept);
        Assert.Equal(18, mask.Kept);
        Assert.Equal([9], Enumerable.Range(0, 12).Where(i => !mask.Keeps(0, i)));
        Assert.Equal([0], Enumerable.Range(0, 8).Where(i => !mask.Keeps(1, i)));
    }

    [Fact]
    public void OverParameters_PrunedWeights_KeepsEveryBias()
    {
        var mask = WeightMask.Dense(Network);
        mask.Prune(0, 11);
        mask.Prune(1, 7);

        // Bits 11 and 16 + 7 of 26.
        Assert.Equal([0xFF, 0b1111_0111, 0b0111_1111, 0b11], mask.OverParameters());
    }

    [Fact]
    public void Select_PrunedWeights_ArePositiveZeroAndAllOthersAsTheyWere()
    {
        var mask = WeightMask.Dense(Network);
        mask.Prune(0, 1);
        mask.Prune(1, 3);
        float[] values = [.. Enumerable.Repeat(-0f, 26)];

        var wanted = FloatBits.Of(values);
        wanted[1] = wanted[16 + 3] = 0;
        Assert.Equal(wanted, FloatBits.Of(mask.Select(values)));
    }

    [Fact]
    public void IsWellFormed_WrongBits_IsFalse()
    {
        Assert.False(new WeightMask(Network, [[0xFF, 0x1F], [0xFF]]).IsWellFormed);
        Assert.False(new WeightMask(Network, [[0xFF], [0xFF]]).IsWellFormed);
        Assert.False(new WeightMask(Network, [[0xFF, 0x0F]]).IsWellFormed);
    }
}
