using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Sample indices on two devices.</summary>
internal sealed class PairedIndices(IndexTensor fast, IndexTensor reference) : DeviceMemory
{
    /// <summary>The indices on one of the devices.</summary>
    public IndexTensor On(bool isReference) => isReference ? reference : fast;

    protected override void Dispose(bool disposing)
    {
        fast.Memory.Dispose();
        reference.Memory.Dispose();
    }
}
