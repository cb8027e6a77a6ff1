namespace Ledger.Arithmetic.Devices;

/// <summary>Step records that a device fills in turn and the host drains, so that a device may run ahead of the recording.</summary>
public abstract class StepRing
{
    /// <summary>A ring of <paramref name="capacity"/> records.</summary>
    protected StepRing(int capacity)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(capacity);
        Capacity = capacity;
    }

    /// <summary>Number of slots.</summary>
    public int Capacity { get; }

    /// <summary>Steps begun and not yet drained.</summary>
    public int Pending { get; private set; }

    /// <summary>True when <see cref="Advance"/> would overwrite a record.</summary>
    public bool IsFull => Pending == Capacity;

    /// <summary>The slot that the step in progress writes to.</summary>
    public int Slot => Pending;

    /// <summary>Ends the step in progress.</summary>
    /// <exception cref="InvalidOperationException">The ring is full.</exception>
    public void Advance()
    {
        if (IsFull)
        {
            throw new InvalidOperationException($"a ring of {Capacity} step records was not drained in time");
        }

        Pending++;
    }

    /// <summary>Waits for the device and hands out the pending records, oldest first; the span lives until the next step.</summary>
    public ReadOnlySpan<StepRecord> Drain()
    {
        var records = Read(Pending);
        Pending = 0;
        return records;
    }

    /// <summary>Waits until the first <paramref name="count"/> slots are written, and shows them.</summary>
    protected abstract ReadOnlySpan<StepRecord> Read(int count);
}
