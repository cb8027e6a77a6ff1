using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>The same view of a tensor on two devices.</summary>
internal readonly record struct PairedView(Tensor Fast, Tensor Reference)
{
    /// <summary>The two sides of a tensor that a comparing device handed out.</summary>
    public static PairedView Of(Tensor tensor)
    {
        var memory = (PairedMemory)tensor.Memory;
        return new PairedView(View(memory.On(isReference: false)), View(memory.On(isReference: true)));
        Tensor View(Tensor whole) => whole.View(tensor.Offset, tensor.Shape, tensor.Name);
    }

    /// <summary>One side.</summary>
    public Tensor On(bool isReference) => isReference ? Reference : Fast;
}
