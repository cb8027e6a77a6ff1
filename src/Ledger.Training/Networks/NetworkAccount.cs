using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>
/// What a network takes under a mask, dense and kept, for one sample's forward pass (Evci et al. 2020, appendix H): normalisations, pools and
/// sums are not counted.
/// </summary>
/// <param name="Parameters">Trained parameters.</param>
/// <param name="KeptParameters">Those that the mask leaves: kept weights, and all biases and normalisations.</param>
/// <param name="DenseFlops">Twice the weights times the positions they are used at, over all layers.</param>
/// <param name="Flops">The same of the kept weights.</param>
/// <param name="Multiplications">A kept weight's at each position, and one for each element that a ReLU sees.</param>
/// <param name="Additions">One fewer for each output than products meet in it, and one for each bias.</param>
/// <param name="DenseBits">32 for each trained parameter.</param>
/// <param name="Bits">32 for each kept parameter, and one for each prunable weight where there is a mask.</param>
public sealed record NetworkAccount(
    long Parameters, long KeptParameters, long DenseFlops, long Flops, long Multiplications, long Additions, long DenseBits, long Bits)
{
    private const int ParameterBits = 32;

    /// <summary>FLOPs over those of the dense network.</summary>
    public double FlopRatio => (double)Flops / DenseFlops;

    /// <summary>The account of a network.</summary>
    /// <param name="network">Layer by layer.</param>
    /// <param name="kept">Weights kept of each prunable tensor by its name; null for the dense network.</param>
    public static NetworkAccount Of(NetworkDescription network, IReadOnlyDictionary<string, int>? kept = null)
    {
        long dense = 0, flops = 0, multiplications = 0, additions = 0, weights = 0, left = 0;
        foreach (var (weight, positions) in NetworkCost.Uses(network))
        {
            var count = kept?[weight.Name] ?? weight.Size;
            var products = (long)count * positions;
            (weights, left) = (weights + weight.Size, left + count);
            (dense, flops) = (dense + (2L * weight.Size * positions), flops + (2 * products));
            multiplications += products;

            // Where fewer products are left than outputs, the formula would be negative.
            additions += Math.Max(0, products - ((long)Outputs(weight) * positions));
        }

        foreach (var step in LayerWalk.Of(network))
        {
            multiplications += step.Layer is ReluLayer ? step.Output.Count : 0;
            additions += step.Layer is LinearLayer { HasBias: true } or ConvolutionLayer { HasBias: true } ? step.Output.Count : 0;
        }

        var keptParameters = network.ParameterCount - weights + left;
        return new NetworkAccount(
            network.ParameterCount,
            keptParameters,
            dense,
            flops,
            multiplications,
            additions,
            (long)ParameterBits * network.ParameterCount,
            (ParameterBits * keptParameters) + (kept is null ? 0 : weights));
    }

    private static int Outputs(ParameterTensor weight) => weight.Shape.Extents()[^1];
}
