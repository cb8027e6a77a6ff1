using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Execution.Layers;

/// <summary>Product, then bias.</summary>
internal sealed class LinearProgram(Assembly assembly, LinearLayer layer) : ILayerProgram
{
    private readonly Tensor _weight = assembly.Values.Of($"{layer.Name}.weight");
    private readonly BitTensor? _mask = assembly.Values.MaskOf($"{layer.Name}.weight");
    private Tensor _x = null!;

    public Tensor Forward(Tensor x)
    {
        _x = x;
        var y = assembly.Rent(new Shape(x.Shape.Rows, layer.Outputs), layer.Name);
        assembly.Emit(new MatrixProduct(x, _weight, _mask, y));
        if (layer.HasBias)
        {
            assembly.Emit(new AddBias(y, assembly.Values.Of($"{layer.Name}.bias")));
        }

        assembly.Consume(x);
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        assembly.Emit(new WeightGradient(_x, dy, _mask, assembly.Values.GradientOf($"{layer.Name}.weight")));
        if (layer.HasBias)
        {
            assembly.Emit(new BiasGradient(dy, assembly.Values.GradientOf($"{layer.Name}.bias")));
        }

        Tensor? dx = null;
        if (isWanted)
        {
            dx = assembly.Rent(_x.Shape, $"{layer.Name}.input.gradient");
            assembly.Emit(new InputGradient(dy, _weight, _mask, dx));
        }

        assembly.Release(dy);
        return dx;
    }
}
