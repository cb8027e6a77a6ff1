using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Training.Execution.Layers;

/// <summary>Average pooling of windows, or of the whole map.</summary>
internal sealed class AveragePoolProgram(Assembly assembly, Features output, int size) : ILayerProgram
{
    private Tensor _x = null!;

    public Tensor Forward(Tensor x)
    {
        _x = x;
        var y = assembly.Rent(output.Of(x.Shape.Rows), x.Name);
        assembly.Emit(new AveragePool(x, y, size));
        assembly.Consume(x);
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        var dx = assembly.Rent(_x.Shape, $"{_x.Name}.gradient");
        assembly.Emit(new AveragePoolGradient(dy, dx, size));
        assembly.Release(dy);
        return dx;
    }
}
