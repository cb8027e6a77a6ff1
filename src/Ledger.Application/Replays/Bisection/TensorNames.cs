using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Names elements by what holds them: those of a tensor over all parameters by the parameter's name, others by their tensor's.</summary>
internal sealed class TensorNames(NetworkDescription network)
{
    /// <summary>What an element of an operation's output is called.</summary>
    public ElementDifference Element(Operation operation, Tensor tensor, int index, uint found, uint wanted)
    {
        if (operation is not (SgdStep or AdamStep or ClipGradients))
        {
            return new ElementDifference(tensor.Name, index, ElementDifference.Coordinates(index, tensor.Shape), found, wanted);
        }

        var parameter = network.Tensors().First(parameter => index < parameter.End);
        return ElementDifference.InParameter(parameter, tensor.Size == network.ValueCount && tensor.Name == "parameters" ? "" : $".{tensor.Name}", index - parameter.Offset, found, wanted);
    }
}
