using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;
using Ledger.Training.States;

namespace Ledger.Training.Execution;

/// <summary>A state's values on a device: parameters, statistics and mask, and the gradients of the parameters where there are any.</summary>
internal sealed class NetworkValues
{
    private readonly NetworkDescription _network;

    /// <summary>Puts values and mask on the device, masked ones as +0.</summary>
    public NetworkValues(IDevice device, NetworkDescription network, float[] values, WeightMask? mask, bool hasGradients)
    {
        _network = network;
        All = device.Allocate(new Shape(network.ValueCount), "parameters");
        device.Write(mask is null ? values : mask.Select(values), All);
        Mask = mask is null ? null : device.PlaceBits(mask.OverParameters(), network.ParameterCount);
        Gradients = hasGradients ? device.Allocate(new Shape(network.ParameterCount), "gradients") : null;
    }

    /// <summary>All values in global order.</summary>
    public Tensor All { get; }

    /// <summary>One a parameter, or null where nothing is trained.</summary>
    public Tensor? Gradients { get; }

    /// <summary>One bit per parameter, or null for the dense network.</summary>
    public BitTensor? Mask { get; }

    /// <summary>The values of a named tensor.</summary>
    public Tensor Of(string name) => View(All, name, name);

    /// <summary>The gradient of a named parameter.</summary>
    public Tensor GradientOf(string name) => View(Gradients!, name, $"{name}.gradient");

    /// <summary>The mask of a named weight, or null for the dense network.</summary>
    public BitTensor? MaskOf(string name)
    {
        var tensor = _network.Tensor(name);
        return Mask?.View(tensor.Offset, tensor.Size);
    }

    private Tensor View(Tensor all, string name, string title)
    {
        var tensor = _network.Tensor(name);
        return all.View(tensor.Offset, tensor.Shape, title);
    }
}
