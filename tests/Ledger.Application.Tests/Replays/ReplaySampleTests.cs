using Ledger.Application.Replays;

namespace Ledger.Application.Tests.Replays;

public sealed class ReplaySampleTests
{
    // The last two by Python's fractions, rounded once.
    [Theory]
    [InlineData(10, 0, 1, 1)]
    [InlineData(10, 10, 1, 0)]
    [InlineData(10, 9, 2, 0)]
    [InlineData(10, 4, 1, 6.0 / 10)]
    [InlineData(10, 4, 2, 1.0 / 3)]
    [InlineData(48, 5, 10, 0.2931383679533541)]
    [InlineData(1_000_000, 500_000, 10, 0.0009765185552587884)]
    public void ChanceThatAllEscape_IsHypergeometric(int total, int drawn, int altered, double chance) =>
        Assert.Equal(chance, new ReplaySample(drawn, total, 0).ChanceThatAllEscape(altered));

    [Fact]
    public void Escapes_NameNoMoreThanThereAre() =>
        Assert.Equal([1, 2, 5], new ReplaySample(2, 9, 0).Escapes.Select(static escape => escape.Altered));
}
