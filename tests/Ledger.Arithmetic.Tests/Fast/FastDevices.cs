using Ledger.Arithmetic.Fast;

namespace Ledger.Arithmetic.Tests.Fast;

/// <summary>Threads and lanes of the devices that are compared with the reference: every kind this processor has, and threads 1 to 3.</summary>
public sealed class FastDevices : TheoryData<int, string>
{
    public FastDevices()
    {
        foreach (var kind in LaneKinds.Supported())
        {
            Add(1, kind.ToString());
        }

        Add(2, LaneKinds.Fastest().ToString());
        Add(3, LaneKinds.Fastest().ToString());
        Add(2, nameof(LaneKind.Scalar));
    }
}
