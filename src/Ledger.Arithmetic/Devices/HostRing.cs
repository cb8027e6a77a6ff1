namespace Ledger.Arithmetic.Devices;

/// <summary>Records of a device that has finished when its call returns.</summary>
internal sealed class HostRing(int capacity) : StepRing(capacity)
{
    private readonly StepRecord[] _records = new StepRecord[capacity];

    /// <summary>The record of the step in progress.</summary>
    public ref StepRecord Current => ref _records[Slot];

    /// <summary>Takes loss and count of the step in progress.</summary>
    public void Report(float loss, int correct) => Current = Current with { Loss = loss, Correct = correct };

    /// <summary>Takes fingerprint and flag; NaN has different bits on different processors, so a diverged step has no fingerprint.</summary>
    public void Report(Fingerprint fingerprint, bool isFinite) => Current = Current with { Fingerprint = isFinite ? fingerprint : default, IsFinite = isFinite };

    protected override ReadOnlySpan<StepRecord> Read(int count) => _records.AsSpan(0, count);
}
