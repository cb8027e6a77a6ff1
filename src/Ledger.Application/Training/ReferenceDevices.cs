using Ledger.Arithmetic.Devices;

namespace Ledger.Application.Training;

/// <summary>Devices whose every kernel is the reference's.</summary>
/// <param name="devices">Make the reference devices.</param>
public sealed class ReferenceDevices(IDeviceFactory devices) : IDeviceFactory
{
    /// <inheritdoc/>
    public IDevice CreateFast() => devices.CreateReference();

    /// <inheritdoc/>
    public IDevice CreateReference() => devices.CreateReference();
}
