using Ledger.Arithmetic.Devices;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>Step records of a device, which may be altered on their way.</summary>
internal sealed class FaultyRing(int capacity, StepRing inner) : StepRing(capacity)
{
    private readonly StepRecord[] _records = new StepRecord[capacity];

    /// <summary>The ring that the device writes to, always the same slot of it.</summary>
    public StepRing Inner => inner;

    /// <summary>Takes over what the device reported, altered.</summary>
    public void Take(Func<StepRecord, StepRecord> alter)
    {
        inner.Advance();
        _records[Slot] = alter(inner.Drain()[0]);
    }

    protected override ReadOnlySpan<StepRecord> Read(int count) => _records.AsSpan(0, count);
}
