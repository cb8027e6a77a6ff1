using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks;

namespace Ledger.Training.Execution.Layers;

/// <summary>The shortcut without parameters.</summary>
internal sealed class SubsampleProgram(Assembly assembly, Features output, int stride) : ILayerProgram
{
    private Tensor _x = null!;

    public Tensor Forward(Tensor x)
    {
        _x = x;
        var y = assembly.Rent(output.Of(x.Shape.Rows), x.Name);
        assembly.Emit(new Subsample(x, y, stride));
        assembly.Consume(x);
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        var dx = assembly.Rent(_x.Shape, $"{_x.Name}.gradient");
        assembly.Emit(new SubsampleGradient(dy, dx, stride));
        assembly.Release(dy);
        return dx;
    }
}
