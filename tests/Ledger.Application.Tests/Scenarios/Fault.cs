namespace Ledger.Application.Tests.Scenarios;

/// <summary>One bit wrong in the output of one call of a device's operation.</summary>
/// <param name="Operation">The operation, with a part of its output after a dot where it has several: <c>SgdStep.velocity</c>.</param>
/// <param name="Call">Which call of it on a device, from 1.</param>
/// <param name="Device">Which device that was made, from 1; null for every one.</param>
/// <param name="Bit">Which bit.</param>
public sealed record Fault(string Operation, int Call, int? Device = null, int Bit = 22)
{
    private int _devices;

    /// <summary>The element that was altered last; numbers that stand alone have 0.</summary>
    public int Index { get; set; }

    /// <summary>True if the next device that is made is to err.</summary>
    public bool IsOnNextDevice() => Interlocked.Increment(ref _devices) == (Device ?? _devices);
}
