using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Execution.Layers;

/// <summary>Convolution, then bias.</summary>
internal sealed class ConvolutionProgram(Assembly assembly, ConvolutionLayer layer, Features input) : ILayerProgram
{
    private readonly Tensor _weight = assembly.Values.Of($"{layer.Name}.weight");
    private readonly BitTensor? _mask = assembly.Values.MaskOf($"{layer.Name}.weight");
    private ConvolutionShape _shape;
    private Tensor _x = null!;

    public Tensor Forward(Tensor x)
    {
        (_x, _shape) = (x, layer.Shape(x.Shape.Rows, input));
        var y = assembly.Rent(layer.After(input).Of(x.Shape.Rows), layer.Name);
        assembly.Emit(new Convolve(_shape, x, _weight, _mask, y));
        if (layer.HasBias)
        {
            assembly.Emit(new AddBias(y, assembly.Values.Of($"{layer.Name}.bias")));
        }

        assembly.Consume(x);
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        assembly.Emit(new ConvolutionWeightGradient(_shape, _x, dy, _mask, assembly.Values.GradientOf($"{layer.Name}.weight")));
        if (layer.HasBias)
        {
            assembly.Emit(new BiasGradient(dy, assembly.Values.GradientOf($"{layer.Name}.bias")));
        }

        Tensor? dx = null;
        if (isWanted)
        {
            dx = assembly.Rent(_x.Shape, $"{layer.Name}.input.gradient");
            assembly.Emit(new ConvolutionInputGradient(_shape, dy, _weight, _mask, dx));
        }

        assembly.Release(dy);
        return dx;
    }
}
