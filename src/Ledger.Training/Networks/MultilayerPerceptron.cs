namespace Ledger.Training.Networks;

/// <summary>Linear layers of given widths; LeNet-300-100 is the one of 784, 300, 100 and 10 (LeCun et al. 1998).</summary>
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

        return new NetworkDescription(layers);
    }
}
