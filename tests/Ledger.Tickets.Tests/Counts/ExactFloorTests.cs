using Ledger.Tickets.Counts;

namespace Ledger.Tickets.Tests.Counts;

public sealed class ExactFloorTests
{
    [Theory]
    [InlineData("0.29", 100, 29)]
    [InlineData("0.2", 266200, 53240)]
    [InlineData("0.2", 4, 0)]
    [InlineData("0", 1000, 0)]
    [InlineData("0.5", 0, 0)]
    [InlineData("0.9999999999999999999999999999", 1, 0)]
    [InlineData("0.9999999999999999999999999999", 4000000000, 3999999999)]
    [InlineData("0.3333333333333333333333333333", 3000000000, 999999999)]
    public void Removed_Share_IsTheExactFloor(string fraction, long kept, long removed) =>
        Assert.Equal(removed, ExactFloor.Removed(decimal.Parse(fraction), kept));

    [Theory]
    [InlineData("1", 10)]
    [InlineData("-0.1", 10)]
    [InlineData("0.1", -1)]
    public void Removed_OutOfRange_IsRefused(string fraction, long kept) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ExactFloor.Removed(decimal.Parse(fraction), kept));
}
