using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Tickets.Pruning;

/// <summary>Which layers compete: all of equal fraction together (global) or each by itself (layerwise); fraction 0 exempts, and so does a name in a list.</summary>
public static class PruningGroups
{
    /// <summary>The groups of a network, the output layer having a fraction of its own.</summary>
    /// <param name="network">Layer by layer.</param>
    /// <param name="scope">Who competes.</param>
    /// <param name="fraction">Share of the kept weights to prune.</param>
    /// <param name="outputFraction">The output layer's share.</param>
    /// <param name="exempt">Names of weight tensors that are in no group.</param>
    public static IReadOnlyList<PruningGroup> Of(NetworkDescription network, PruningScope scope, decimal fraction, decimal outputFraction, IReadOnlyList<string>? exempt = null)
    {
        var weights = network.Weights().Select(static weight => weight.Name).ToArray();
        var layers = weights.Select((name, i) => (Name: name, Fraction: i == weights.Length - 1 ? outputFraction : fraction)).Where(layer => layer.Fraction > 0 && exempt?.Contains(layer.Name) != true);
        return scope == PruningScope.Layerwise
            ? [.. layers.Select(static layer => new PruningGroup([layer.Name], layer.Fraction))]
            : [.. layers.GroupBy(static layer => layer.Fraction).Select(static group => new PruningGroup([.. group.Select(static layer => layer.Name)], group.Key))];
    }
}
