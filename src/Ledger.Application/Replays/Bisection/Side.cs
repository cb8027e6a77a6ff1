using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>One of the two devices behind a comparing one: finds its own tensors.</summary>
internal sealed class Side(bool isReference) : IPlacement
{
    /// <inheritdoc/>
    public Tensor Of(Tensor tensor) => PairedView.Of(tensor).On(isReference);

    /// <inheritdoc/>
    public BitTensor? Of(BitTensor? mask) => mask is null ? null : ((PairedBits)mask.Memory).On(isReference).View(mask.Offset, mask.Length);

    /// <inheritdoc/>
    public ByteTensor Of(ByteTensor bytes) => ((PairedBytes)bytes.Memory).On(isReference) with { Shape = bytes.Shape };

    /// <inheritdoc/>
    public IndexTensor Of(IndexTensor indices) => ((PairedIndices)indices.Memory).On(isReference);

    /// <inheritdoc/>
    public StepRing Of(StepRing ring) => ((PairedRing)ring).On(isReference);
}
