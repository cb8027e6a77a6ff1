using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>A layer where it stands in a network.</summary>
/// <param name="Layer">The layer; of a residual layer, its sum.</param>
/// <param name="Input">What reaches it.</param>
/// <param name="Output">What leaves it.</param>
public readonly record struct LayerWalk(Layer Layer, Features Input, Features Output)
{
    /// <summary>All layers in the order they are computed, those of both paths before their sum.</summary>
    public static IEnumerable<LayerWalk> Of(NetworkDescription network) => Of(network.Layers, network.Input);

    private static IEnumerable<LayerWalk> Of(IReadOnlyList<Layer> layers, Features input)
    {
        foreach (var layer in layers)
        {
            if (layer is ResidualLayer residual)
            {
                foreach (var inner in Of(residual.Main, input).Concat(Of(residual.Shortcut, input)))
                {
                    yield return inner;
                }
            }

            var output = layer.After(input);
            yield return new LayerWalk(layer, input, output);
            input = output;
        }
    }
}
