using Ledger.Application.Training;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Reference;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>Devices whose fast kernels have a planted fault.</summary>
internal sealed class FaultyDevices(Fault fault) : IDeviceFactory
{
    /// <summary>Each device has its weight gradient wrong in one call.</summary>
    public FaultyDevices(int faultyCall)
        : this(new Fault("WeightGradient", faultyCall))
    {
    }

    public IDevice CreateFast() => fault.IsOnNextDevice() ? new FaultyDevice(new CpuDevice(), fault) : new CpuDevice();

    public IDevice CreateReference() => new ReferenceDevice();
}
