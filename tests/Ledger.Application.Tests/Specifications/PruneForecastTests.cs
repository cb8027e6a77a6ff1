using Ledger.Application.Specifications;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Specifications;

public sealed class PruneForecastTests
{
    private static readonly NetworkDescription LeNet = NetworkCatalogue.Find("lenet-300-100")!;

    [Fact]
    public void Of_Layerwise_EachLayerIsAGroup() => Assert.Equal(
        [new(235200, 0.2m), new(30000, 0.2m), new(1000, 0.1m)],
        PruneGroup.Of(LeNet, PruningScope.Layerwise, 0.2m, 0.1m));

    [Fact]
    public void Of_GlobalWithOneShare_AllLayersAreOneGroup() =>
        Assert.Equal([new(266200, 0.2m)], PruneGroup.Of(LeNet, PruningScope.Global, 0.2m, 0.2m));

    [Fact]
    public void Of_GlobalWithAnOutputShare_TheOutputLayerCompetesByItself() =>
        Assert.Equal([new(265200, 0.2m), new(1000, 0.1m)], PruneGroup.Of(LeNet, PruningScope.Global, 0.2m, 0.1m));

    [Fact]
    public void Kept_LeNetLayerwise_IsTheLadderOfTheLotteryTicketPaper()
    {
        var kept = PruneForecast.Kept(PruneGroup.Of(LeNet, PruningScope.Layerwise, 0.2m, 0.1m)).Take(4).ToList();
        Assert.Equal([[235200, 30000, 1000], [188160, 24000, 900], [150528, 19200, 810], [120423, 15360, 729]], kept);
    }

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, 14)]
    [InlineData(30, 14)]
    public void FirstIdleRound_SmallLayers_IsTheFirstThatPrunesNothing(int rounds, int? idle) =>
        Assert.Equal(idle, PruneForecast.FirstIdleRound([new(48, 0.2m), new(24, 0.2m)], rounds));
}
