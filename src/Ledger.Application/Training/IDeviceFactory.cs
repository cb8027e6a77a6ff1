using Ledger.Arithmetic.Devices;

namespace Ledger.Application.Training;

/// <summary>Makes the devices that computations run on; every one gives the same bits.</summary>
public interface IDeviceFactory
{
    /// <summary>The fast device.</summary>
    IDevice CreateFast();

    /// <summary>The device whose kernels are the specification.</summary>
    IDevice CreateReference();
}
