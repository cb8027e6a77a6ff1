using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Networks;

/// <summary>Layers put one on the other: each takes as many inputs as reach it.</summary>
/// <param name="input">What a sample is when it enters.</param>
public sealed class LayerStack(Features input)
{
    private readonly List<Layer> _layers = [];

    /// <summary>From the input on.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>What reaches the next layer.</summary>
    public Features Output { get; private set; } = input;

    /// <summary>Any layer.</summary>
    /// <exception cref="NetworkException">It does not fit what reaches it.</exception>
    public LayerStack Add(Layer layer)
    {
        Output = layer.After(Output);
        _layers.Add(layer);
        return this;
    }

    /// <summary>A convolution, padded so that a stride of 1 keeps the map's extents unless told otherwise.</summary>
    public LayerStack Convolve(string name, int outputs, int kernel = 3, int stride = 1, int? padding = null, bool hasBias = false) =>
        Add(new ConvolutionLayer(name, Output.Channels, outputs, kernel, stride, padding ?? (kernel - 1) / 2, hasBias));

    /// <summary>A batch normalisation.</summary>
    public LayerStack Normalise(string name) => Add(new BatchNormLayer(name, Output.Channels));

    /// <summary>max(x, 0).</summary>
    public LayerStack Rectify() => Add(new ReluLayer());

    /// <summary>The maximum of windows of 2 × 2.</summary>
    public LayerStack MaxPool() => Add(new MaxPoolLayer(2));

    /// <summary>The mean of each channel.</summary>
    public LayerStack GlobalAveragePool() => Add(new GlobalAveragePoolLayer());

    /// <summary>Features in a row.</summary>
    public LayerStack Flatten() => Add(new FlattenLayer());

    /// <summary>Dropout, or nothing at rate 0.</summary>
    public LayerStack Drop(decimal rate) => rate == 0 ? this : Add(new DropoutLayer(rate));

    /// <summary>A linear layer.</summary>
    public LayerStack Linear(string name, int outputs, bool hasBias = true) => Output.IsFlat
        ? Add(new LinearLayer(name, Output.Channels, outputs, hasBias))
        : throw new NetworkException($"{name} is reached by {Output}, wanted features in a row: put flatten or global_average_pool before it");

    /// <summary>Two paths from here to one sum; a shortcut that adds nothing is x itself.</summary>
    public LayerStack Residual(string name, Action<LayerStack> main, Action<LayerStack>? shortcut = null)
    {
        var (path, around) = (new LayerStack(Output), new LayerStack(Output));
        main(path);
        shortcut?.Invoke(around);
        return Add(new ResidualLayer(name, path._layers, around._layers));
    }
}
