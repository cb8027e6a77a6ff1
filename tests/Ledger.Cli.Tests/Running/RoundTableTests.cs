using Ledger.Cli.Running;

namespace Ledger.Cli.Tests.Running;

public sealed class RoundTableTests
{
    [Theory]
    [InlineData(new[] { 1.0 }, 1.0)]
    [InlineData(new[] { 1.0, 2.0 }, 1.5)]
    [InlineData(new[] { 1.0, 2.0, 9.0 }, 2.0)]
    public void Median_Ascending_IsTheMiddle(double[] values, double expected) => Assert.Equal(expected, RoundTable.Median(values));
}
