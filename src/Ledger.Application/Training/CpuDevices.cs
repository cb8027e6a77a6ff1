using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;

namespace Ledger.Application.Training;

/// <summary>Devices on this machine's processor.</summary>
/// <param name="threads">Threads that share the output tiles of one training.</param>
public sealed class CpuDevices(int threads) : IDeviceFactory
{
    /// <inheritdoc/>
    public IDevice CreateFast() => new CpuDevice(threads);

    /// <inheritdoc/>
    public IDevice CreateReference() => new ReferenceDevice();
}
