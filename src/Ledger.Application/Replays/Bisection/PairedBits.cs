using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>A mask on two devices and on the host.</summary>
internal sealed class PairedBits(BitTensor fast, BitTensor reference, byte[] host) : DeviceMemory
{
    /// <summary>The bits on one of the devices.</summary>
    public BitTensor On(bool isReference) => isReference ? reference : fast;

    /// <summary>True if a bit is set.</summary>
    public bool Has(int index) => (host[index / 8] >> (index % 8) & 1) != 0;

    protected override void Dispose(bool disposing)
    {
        fast.Memory.Dispose();
        reference.Memory.Dispose();
    }
}
