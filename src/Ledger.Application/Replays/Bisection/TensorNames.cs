using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Names tensors by what they hold: parameters and gradients by their place, activations by the layer that made them.</summary>
internal sealed class TensorNames(NetworkDescription network)
{
    private readonly IReadOnlyList<ParameterTensor> _parameters = network.Parameters();
    private readonly Dictionary<DeviceMemory, string> _layers = [];

    /// <summary>The parameter that a view over all parameters, gradients or velocities holds; null if it is none.</summary>
    public ParameterTensor? Parameter(Tensor tensor) =>
        ((PairedMemory)tensor.Memory).Size == network.ParameterCount
            ? _parameters.FirstOrDefault(parameter => parameter.Offset == tensor.Offset && parameter.Size == tensor.Size)
            : null;

    /// <summary>Notes that a layer of these weights makes this tensor.</summary>
    public void Note(Tensor weights, Tensor output)
    {
        if (Parameter(weights) is { } parameter)
        {
            _layers[output.Memory] = parameter.Name.Split('.')[0];
        }
    }

    /// <summary>The layer whose output a tensor is.</summary>
    public string LayerOf(Tensor activations) => _layers.GetValueOrDefault(activations.Memory, "input");

    /// <summary>An element of a tensor over all parameters.</summary>
    public ElementDifference OfParameters(string suffix, int index, uint found, uint wanted)
    {
        var parameter = _parameters.First(parameter => index < parameter.End);
        return ElementDifference.InParameter(parameter, suffix, index - parameter.Offset, found, wanted);
    }
}
