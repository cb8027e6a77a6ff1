using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Bytes on two devices.</summary>
internal sealed class PairedBytes(ByteTensor fast, ByteTensor reference) : DeviceMemory
{
    /// <summary>The bytes on one of the devices.</summary>
    public ByteTensor On(bool isReference) => isReference ? reference : fast;

    protected override void Dispose(bool disposing)
    {
        fast.Memory.Dispose();
        reference.Memory.Dispose();
    }
}
