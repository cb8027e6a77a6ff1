using Ledger.Events.Specification;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;

namespace Ledger.Application.Networks;

/// <summary>The network of listed layers.</summary>
public static class ListedNetwork
{
    /// <summary>The layers on an input, each with as many inputs as reach it.</summary>
    /// <exception cref="NetworkException">A layer does not fit what reaches it, or the last one gives no classes.</exception>
    public static NetworkDescription Of(Features input, IReadOnlyList<LayerSpecification> layers)
    {
        var stack = new LayerStack(input);
        Put(stack, layers);
        return new NetworkDescription(input, stack.Layers);
    }

    private static void Put(LayerStack stack, IReadOnlyList<LayerSpecification> layers)
    {
        foreach (var layer in layers)
        {
            Put(stack, layer);
        }
    }

    private static void Put(LayerStack stack, LayerSpecification layer) => _ = layer.Kind switch
    {
        LayerKind.Linear => stack.Linear(layer.Name!, layer.Outputs!.Value, layer.Bias!.Value),
        LayerKind.Convolution => stack.Convolve(layer.Name!, layer.Outputs!.Value, layer.Kernel!.Value, layer.Stride!.Value, layer.Padding, layer.Bias!.Value),
        LayerKind.BatchNorm => stack.Add(new BatchNormLayer(layer.Name!, stack.Output.Channels, layer.Momentum!.Value, layer.Epsilon!.Value)),
        LayerKind.Relu => stack.Rectify(),
        LayerKind.MaxPool => stack.Add(new MaxPoolLayer(layer.Size!.Value)),
        LayerKind.AveragePool => stack.Add(new AveragePoolLayer(layer.Size!.Value)),
        LayerKind.GlobalAveragePool => stack.GlobalAveragePool(),
        LayerKind.Flatten => stack.Flatten(),
        LayerKind.Dropout => stack.Drop(layer.Rate!.Value),
        LayerKind.Subsample => stack.Add(new SubsampleLayer(layer.Outputs!.Value, layer.Stride!.Value)),
        LayerKind.Residual => stack.Residual(layer.Name!, main => Put(main, layer.Main!), shortcut => Put(shortcut, layer.Shortcut!)),
        _ => throw new NotSupportedException($"layer '{layer.Kind}' is unknown here"),
    };
}
