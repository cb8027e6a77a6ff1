using Ledger.Application.Differences;

namespace Ledger.Application.Tests.Differences;

public sealed class MaskOverlapTests
{
    [Fact]
    public void Of_TwoMasks_CountsEachWeightOnce()
    {
        var overlap = MaskOverlap.Of([0b0000_1111, 0b01], [0b0011_1100, 0b11], 10);

        Assert.Equal(new MaskOverlap(2, 3, 3, 10), overlap);
        Assert.Equal(3.0 / 8, overlap.Jaccard);
    }

    [Fact]
    public void Chance_OfHalfAndHalf_IsAQuarterOfTheWeights()
    {
        var overlap = new MaskOverlap(25, 25, 25, 100);

        Assert.Equal(25, overlap.ChanceInBoth);
        Assert.Equal(overlap.Jaccard, overlap.ChanceJaccard);
    }

    [Fact]
    public void Jaccard_WhereNeitherKeepsAny_IsOne() => Assert.Equal((1.0, 1.0), (MaskOverlap.Empty.Jaccard, new MaskOverlap(0, 0, 0, 7).ChanceJaccard));

    [Fact]
    public void Sum_OfLayers_AddsEveryCount() => Assert.Equal(new MaskOverlap(5, 7, 9, 40), new MaskOverlap(1, 2, 3, 10) + new MaskOverlap(4, 5, 6, 30));
}
