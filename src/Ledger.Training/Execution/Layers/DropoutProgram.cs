using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Networks.Layers;
using Ledger.Training.Schedules;

namespace Ledger.Training.Execution.Layers;

/// <summary>Dropout in place, and on the gradient; nothing in evaluation.</summary>
internal sealed class DropoutProgram(Assembly assembly, DropoutLayer layer) : ILayerProgram
{
    private readonly uint _number = assembly.NextDropout();

    public Tensor Forward(Tensor x)
    {
        if (!assembly.IsTraining)
        {
            return x;
        }

        var y = assembly.Own(x);
        assembly.Emit(Drop(y));
        return y;
    }

    public Tensor? Backward(Tensor dy, bool isWanted)
    {
        var dx = assembly.Own(dy);
        assembly.Emit(Drop(dx));
        return dx;
    }

    private DropOut Drop(Tensor tensor) =>
        new(tensor, assembly.DropoutSeed, _number, (uint)(layer.Rate * (1L << 32)), Binary32.Reciprocal(1 - layer.Rate), assembly.Step);
}
