using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks.Layers;

/// <summary>A fully connected layer: weight [inputs, outputs], and bias [outputs] if it has one.</summary>
/// <param name="Name">Stable name; its tensors are <c>name.weight</c> and <c>name.bias</c>.</param>
/// <param name="Inputs">Input features.</param>
/// <param name="Outputs">Output features.</param>
/// <param name="HasBias">True if a bias is added.</param>
public sealed record LinearLayer(string Name, int Inputs, int Outputs, bool HasBias = true) : Layer
{
    /// <inheritdoc/>
    public override string Title => Name;

    /// <inheritdoc/>
    public override Features After(Features input) => input.IsFlat && input.Channels == Inputs ? Features.Flat(Outputs) : throw Refused(input, $"{Inputs} features");

    /// <inheritdoc/>
    public override IEnumerable<TensorDescription> Tensors()
    {
        yield return new TensorDescription($"{Name}.weight", new Shape(Inputs, Outputs), TensorRole.Weight, Inputs, Outputs);
        if (HasBias)
        {
            yield return new TensorDescription($"{Name}.bias", new Shape(Outputs), TensorRole.Bias);
        }
    }
}
