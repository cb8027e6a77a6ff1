using Ledger.Arithmetic.Elementary;

namespace Ledger.Arithmetic.Tests.Elementary;

public sealed class PairwiseBlocksTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(33)]
    [InlineData(97)]
    [InlineData(160)]
    [InlineData(32 * 7)]
    [InlineData(32 * 11 + 5)]
    [InlineData(10_000)]
    public void Sum_AnyLength_IsTheTreeLevelByLevel(int length)
    {
        var terms = HardValues.Draw(31, length);
        var level = terms.Chunk(PairwiseBlocks.BlockSize).Select(block => block.Aggregate(0f, (sum, x) => sum + x)).ToArray();
        while (level.Length > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? pair[0] + pair[1] : pair[0])];
        }

        Assert.Equal(Bits.Of([level.FirstOrDefault()]), Bits.Of([PairwiseBlocks.Sum(terms)]));
    }

    [Fact]
    public void Sum_ManyEqualTerms_IsMoreAccurateThanOneChain() =>
        Assert.Equal(104857.6f, PairwiseBlocks.Sum(Enumerable.Repeat(0.1f, 1 << 20).ToArray()), 0.05f);
}
