using Ledger.Events.Specification;
using Ledger.Tickets.Pruning;
using Ledger.Training.Networks;

namespace Ledger.Tickets.Tests.Pruning;

/// <summary>Which layers compete.</summary>
public sealed class PruningGroupsTests
{
    [Theory]
    [InlineData(PruningScope.Global, "0.2", "0.2", "fc1 fc2 fc3: 0.2")]
    [InlineData(PruningScope.Global, "0.2", "0.20", "fc1 fc2 fc3: 0.2")]
    [InlineData(PruningScope.Global, "0.2", "0.1", "fc1 fc2: 0.2 | fc3: 0.1")]
    [InlineData(PruningScope.Global, "0.2", "0", "fc1 fc2: 0.2")]
    [InlineData(PruningScope.Global, "0", "0.1", "fc3: 0.1")]
    [InlineData(PruningScope.Layerwise, "0.2", "0.2", "fc1: 0.2 | fc2: 0.2 | fc3: 0.2")]
    [InlineData(PruningScope.Layerwise, "0.2", "0.1", "fc1: 0.2 | fc2: 0.2 | fc3: 0.1")]
    [InlineData(PruningScope.Layerwise, "0.2", "0", "fc1: 0.2 | fc2: 0.2")]
    [InlineData(PruningScope.Global, "0", "0", "")]
    public void Of_ScopeAndFractions_DividesTheLayers(PruningScope scope, string fraction, string outputFraction, string wanted)
    {
        var groups = PruningGroups.Of(MultilayerPerceptron.Of(6, 5, 4, 3), scope, decimal.Parse(fraction), decimal.Parse(outputFraction));

        Assert.Equal(wanted, string.Join(" | ", groups.Select(static group => $"{string.Join(' ', group.Layers.Select(static name => name.Replace(".weight", "")))}: {group.Fraction}")));
    }
}
