using Ledger.Application.Experiments;
using Ledger.Cli.Running;

namespace Ledger.Cli.Tests.Running;

public sealed class WorkEstimateTests
{
    [Theory]
    [InlineData(10, 300_000_000, 3, null)]
    [InlineData(10, 300_000_000, 4, "4 replicates to do: about 42 s on one core, 1.2 GB in the ledger")]
    [InlineData(200, 1_000_000, 2, null)]
    [InlineData(200, 1_000_000, 3, "3 replicates to do: about 10 min 2 s on one core, 3.0 MB in the ledger")]
    [InlineData(90_000, 2_000_000_000, 0, null)]
    public void Text_MoreThanAGigabyteOrTenMinutes_TellsIt(int seconds, long bytes, int replicates, string? wanted) =>
        Assert.Equal(wanted, WorkEstimate.Text(new WorkForecast(0, 0, bytes, TimeSpan.FromSeconds(seconds), []), replicates));
}
