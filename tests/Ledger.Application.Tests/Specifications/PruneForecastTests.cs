using Ledger.Application.Specifications;
using Ledger.Events.Specification;
using Ledger.Tickets.Counting;
using Ledger.Tickets.Pruning;
using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Specifications;

public sealed class PruneForecastTests
{
    private static readonly NetworkDescription LeNet = NetworkCatalogue.Find("lenet-300-100")!;

    [Fact]
    public void Kept_LeNetLayerwise_IsTheLadderOfTheLotteryTicketPaper() =>
        AssertKept(PruningScope.Layerwise, 0.1m, [235200, 30000, 1000], [188160, 24000, 900], [150528, 19200, 810], [120423, 15360, 729]);

    [Fact]
    public void Kept_GlobalWithOneShare_AllLayersAreOneGroup() => AssertKept(PruningScope.Global, 0.2m, [266200], [212960]);

    [Fact]
    public void Kept_GlobalWithAnOutputShare_TheOutputLayerCompetesByItself() =>
        AssertKept(PruningScope.Global, 0.1m, [265200, 1000], [212160, 900]);

    [Theory]
    [InlineData(13, null)]
    [InlineData(14, 14)]
    [InlineData(30, 14)]
    public void FirstIdleRound_SmallLayers_IsTheFirstThatPrunesNothing(int rounds, int? idle)
    {
        var network = NetworkCatalogue.Find("mlp:8-6-4")!;
        var groups = PruningGroups.Of(network, PruningScope.Layerwise, 0.2m, 0.2m);
        Assert.Equal(idle, PruneForecast.FirstIdleRound(network, groups, new ExactFloor(), rounds));
    }

    private static void AssertKept(PruningScope scope, decimal outputFraction, params int[][] expected) => Assert.Equal(
        expected,
        PruneForecast.Kept(LeNet, PruningGroups.Of(LeNet, scope, 0.2m, outputFraction), new ExactFloor()).Take(expected.Length));
}
