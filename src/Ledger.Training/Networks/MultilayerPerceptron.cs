using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>Linear layers with ReLU between them; LeNet-300-100 is the one of 784, 300, 100 and 10 (LeCun et al. 1998).</summary>
public static class MultilayerPerceptron
{
    /// <summary>Layers <c>fc1</c>, <c>fc2</c>, … between consecutive <paramref name="widths"/>.</summary>
    public static NetworkDescription Of(params ReadOnlySpan<int> widths)
    {
        var layers = new LinearLayer[widths.Length - 1];
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i] = new LinearLayer($"fc{i + 1}", widths[i], widths[i + 1]);
        }

        return Of(layers);
    }

    /// <summary>A perceptron of given linear layers.</summary>
    /// <exception cref="NetworkException">There are none, or they do not fit each other.</exception>
    public static NetworkDescription Of(IReadOnlyList<LinearLayer> layers) => layers.Count == 0
        ? throw new NetworkException("a perceptron without layers")
        : new NetworkDescription(Features.Flat(layers[0].Inputs), [.. layers.SelectMany((layer, i) => i == 0 ? new Layer[] { layer } : [new ReluLayer(), layer])]);

    /// <summary>The linear layers of a network that is a perceptron, or null.</summary>
    public static IReadOnlyList<LinearLayer>? LayersOf(NetworkDescription network)
    {
        var isPerceptron = network.Input.IsFlat && network.Layers.Count % 2 == 1
            && network.Layers.Select(static (layer, i) => i % 2 == 0 ? layer is LinearLayer { HasBias: true } : layer is ReluLayer).All(static fits => fits);
        return isPerceptron ? [.. network.Layers.OfType<LinearLayer>()] : null;
    }
}
