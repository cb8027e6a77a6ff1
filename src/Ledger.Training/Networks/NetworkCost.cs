using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>What a network costs to compute.</summary>
public static class NetworkCost
{
    /// <summary>The use of each prunable tensor, in global order.</summary>
    public static IReadOnlyList<WeightUse> Uses(NetworkDescription network) => [.. LayerWalk.Of(network)
        .Select(step => step.Layer switch
        {
            LinearLayer linear => new WeightUse(network.Tensor($"{linear.Name}.weight"), 1),
            ConvolutionLayer convolution => new WeightUse(network.Tensor($"{convolution.Name}.weight"), step.Output.Rows * step.Output.Columns),
            _ => null,
        })
        .OfType<WeightUse>()
        .OrderBy(static use => use.Weight.Offset)];

    /// <summary>Multiply-adds of one sample's forward pass through the dense network.</summary>
    public static long MultiplyAdds(NetworkDescription network)
    {
        var total = 0L;
        foreach (var use in Uses(network))
        {
            total += use.MultiplyAdds;
        }

        return total;
    }

    /// <summary>Multiply-adds of one sample in a training step: forward, weight gradient, and the input gradient of all layers but the first.</summary>
    public static long StepMultiplyAdds(NetworkDescription network) => (3 * MultiplyAdds(network)) - Uses(network)[0].MultiplyAdds;
}
