using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Specifications;

/// <summary>Weights that compete with each other for one share.</summary>
/// <param name="Weights">How many they are when nothing is pruned.</param>
/// <param name="Fraction">The share of the kept ones that a round removes, in [0, 1).</param>
public sealed record PruneGroup(long Weights, decimal Fraction)
{
    /// <summary>
    /// The groups of a network: each layer in layerwise scope, all layers in global scope; an output layer with a share of its own
    /// competes by itself in either.
    /// </summary>
    public static IReadOnlyList<PruneGroup> Of(NetworkDescription network, PruningScope scope, decimal fraction, decimal outputFraction)
    {
        var weights = network.Layers.Select(static layer => (long)layer.Inputs * layer.Outputs).ToList();
        if (scope == PruningScope.Layerwise)
        {
            return [.. weights.SkipLast(1).Select(count => new PruneGroup(count, fraction)), new PruneGroup(weights[^1], outputFraction)];
        }

        return fraction == outputFraction
            ? [new PruneGroup(weights.Sum(), fraction)]
            : [new PruneGroup(weights.SkipLast(1).Sum(), fraction), new PruneGroup(weights[^1], outputFraction)];
    }
}
