using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Networks;

/// <summary>A network layer by layer, as every derivation key holds it: linear layers with ReLU between them.</summary>
/// <param name="Layers">From input to logits; the last one has no ReLU.</param>
public sealed record NetworkDescription(IReadOnlyList<LinearLayer> Layers)
{
    /// <summary>Features of a sample.</summary>
    public int Inputs => Layers[0].Inputs;

    /// <summary>Number of classes.</summary>
    public int Outputs => Layers[^1].Outputs;

    /// <summary>All parameters in global order: weight and bias of each layer, from input to output.</summary>
    public IReadOnlyList<ParameterTensor> Parameters() => [.. List()];

    /// <summary>The prunable tensors, in global order: all weights, no bias.</summary>
    public IEnumerable<ParameterTensor> Weights() => Parameters().Where(static parameter => parameter.IsPrunable);

    /// <summary>Number of parameters.</summary>
    public int ParameterCount => Parameters()[^1].End;

    private IEnumerable<ParameterTensor> List()
    {
        var offset = 0;
        foreach (var (name, inputs, outputs) in Layers)
        {
            yield return new ParameterTensor($"{name}.weight", offset, new Shape(inputs, outputs), IsPrunable: true);
            offset = checked(offset + (inputs * outputs));
            yield return new ParameterTensor($"{name}.bias", offset, new Shape(outputs), IsPrunable: false);
            offset += outputs;
        }
    }
}
