namespace Ledger.Arithmetic.Devices;

/// <summary>Records of a device that has finished when its call returns.</summary>
internal sealed class HostRing(int capacity) : StepRing(capacity)
{
    private readonly StepRecord[] _records = new StepRecord[capacity];

    /// <summary>The record of the step in progress.</summary>
    public ref StepRecord Current => ref _records[Slot];

    protected override ReadOnlySpan<StepRecord> Read(int count) => _records.AsSpan(0, count);
}
