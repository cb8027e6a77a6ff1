using Ledger.Tickets.Counting;

namespace Ledger.Tickets.Tests.Counting;

public sealed class ExactFloorTests
{
    [Theory]
    [InlineData("0.29", 100, 29)]
    [InlineData("0.2", 266200, 53240)]
    [InlineData("0.200", 266200, 53240)]
    [InlineData("0.2", 4, 0)]
    [InlineData("0", 1000, 0)]
    [InlineData("0.5", 0, 0)]
    [InlineData("0.9999999999999999999999999999", 100, 99)]
    [InlineData("0.9271024299190026999100029999", 30001, 27813)]
    [InlineData("0.9999999999999999999999999999", 2000000000, 1999999999)]
    [InlineData("0.3333333333333333333333333333", 1800000000, 599999999)]
    public void ToPrune_Share_IsTheExactFloor(string fraction, int kept, int pruned) =>
        Assert.Equal(pruned, new ExactFloor().ToPrune(decimal.Parse(fraction), kept));
}
