using Ledger.Arithmetic.Devices;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Step records of two devices; what the fast one reports is handed out.</summary>
internal sealed class PairedRing(int capacity, StepRing fast, StepRing reference) : StepRing(capacity)
{
    private readonly StepRecord[] _records = new StepRecord[capacity];

    /// <summary>The ring of one of the devices, where every step uses the same slot.</summary>
    public StepRing On(bool isReference) => isReference ? reference : fast;

    /// <summary>What a device has reported of the step in progress.</summary>
    public StepRecord Current(bool isReference)
    {
        var ring = On(isReference);
        ring.Advance();
        return ring.Drain()[0];
    }

    /// <summary>Keeps the fast device's record of the step in progress.</summary>
    public void Keep() => _records[Slot] = Current(isReference: false);

    protected override ReadOnlySpan<StepRecord> Read(int count) => _records.AsSpan(0, count);
}
