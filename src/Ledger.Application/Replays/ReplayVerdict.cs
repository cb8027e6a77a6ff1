namespace Ledger.Application.Replays;

/// <summary>Who is wrong where a record and its replay differ.</summary>
public enum ReplayVerdict
{
    /// <summary>The stored event or blob was altered after it was written: it does not have its hash.</summary>
    Tampered,

    /// <summary>The record is as it was written, and the reference kernels contradict it: whoever computed it erred. It is refuted.</summary>
    Refuted,
}
