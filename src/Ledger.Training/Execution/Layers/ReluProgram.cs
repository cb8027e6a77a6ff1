using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Training.Execution.Layers;

/// <summary>ReLU in place: the gradient needs its output alone.</summary>
internal sealed class ReluProgram(Assembly assembly) : ILayerProgram
{
    private Tensor _y = null!;

    public Tensor Forward(Tensor x)
    {
        _y = assembly.Own(x);
        assembly.Emit(new Relu(_y));
        assembly.KeepGate(_y);
        return _y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        var dx = assembly.Own(dy) with { Name = $"{_y.Name}.gradient" };
        assembly.Emit(new ReluGradient(_y, dx));
        return dx;
    }
}
