using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Application.Replays.Bisection;

/// <summary>One tensor on two devices.</summary>
internal sealed class PairedMemory(Tensor fast, Tensor reference) : DeviceMemory
{
    /// <summary>Its elements.</summary>
    public int Size => fast.Size;

    /// <summary>The tensor on one of the devices.</summary>
    public Tensor On(bool isReference) => isReference ? reference : fast;

    /// <summary>Makes the reference's elements those of the fast device.</summary>
    public void Copy(IDevice fastDevice, IDevice referenceDevice)
    {
        var values = new float[fast.Size];
        fastDevice.Read(fast, values);
        referenceDevice.Write(values, reference);
    }

    protected override void Dispose(bool disposing)
    {
        fast.Memory.Dispose();
        reference.Memory.Dispose();
    }
}
