using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>A network on a device: its parameters, its mask, and the forward pass through linear layers and ReLU.</summary>
internal sealed class Perceptron
{
    private readonly IDevice _device;
    private readonly Layer[] _layers;

    /// <summary>Puts mask and parameters on the device, masked ones as +0, with room for batches of up to <paramref name="batch"/> samples.</summary>
    public Perceptron(IDevice device, NetworkDescription network, ReadOnlySpan<float> parameters, WeightMask? mask, int batch)
    {
        _device = device;
        Parameters = device.Allocate(new Shape(network.ParameterCount));
        device.Write(mask is null ? parameters : mask.Select(parameters), Parameters);
        Mask = mask is null ? null : device.PlaceBits(mask.OverParameters(), network.ParameterCount);
        Input = device.Allocate(new Shape(batch, network.Inputs));
        _layers = Build(network, batch);
    }

    /// <summary>All parameters in global order.</summary>
    public Tensor Parameters { get; }

    /// <summary>One bit per parameter, or null for the dense network.</summary>
    public BitTensor? Mask { get; }

    /// <summary>The batch: [batch, inputs].</summary>
    public Tensor Input { get; }

    /// <summary>From input to logits.</summary>
    public IReadOnlyList<Layer> Layers => _layers;

    /// <summary>The logits of the first <paramref name="rows"/> samples of <see cref="Input"/>.</summary>
    public Tensor Forward(int rows)
    {
        var x = Input.FirstRows(rows);
        foreach (var layer in _layers)
        {
            var y = layer.Output.FirstRows(rows);
            _device.MatrixProduct(x, layer.Weight, layer.Mask, y);
            _device.AddBias(y, layer.Bias);
            if (layer != _layers[^1])
            {
                _device.Relu(y);
            }

            x = y;
        }

        return x;
    }

    private Layer[] Build(NetworkDescription network, int batch)
    {
        var tensors = network.Parameters();
        var layers = new Layer[network.Layers.Count];
        for (var i = 0; i < layers.Length; i++)
        {
            var (weight, bias) = (tensors[2 * i], tensors[(2 * i) + 1]);
            layers[i] = new Layer(
                weight,
                bias,
                Parameters.View(weight.Offset, weight.Shape),
                Parameters.View(bias.Offset, bias.Shape),
                Mask?.View(weight.Offset, weight.Size),
                _device.Allocate(new Shape(batch, network.Layers[i].Outputs)));
        }

        return layers;
    }

    /// <summary>One linear layer on the device.</summary>
    internal sealed record Layer(ParameterTensor WeightTensor, ParameterTensor BiasTensor, Tensor Weight, Tensor Bias, BitTensor? Mask, Tensor Output);
}
