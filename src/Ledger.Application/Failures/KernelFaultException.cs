using Ledger.Application.Replays.Bisection;

namespace Ledger.Application.Failures;

/// <summary>This machine's fast kernels contradict the reference: a bug or broken hardware, exit code 70.</summary>
public sealed class KernelFaultException(string message) : Exception(message)
{
    /// <summary>The first operation in which the kernels differ, if computing again shows it.</summary>
    public KernelMismatch? Mismatch { get; private init; }

    /// <summary>A training step came out differently.</summary>
    /// <param name="step">Which one.</param>
    /// <param name="mismatch">The first operation in which the kernels differ; null if they agree now.</param>
    /// <param name="isRecordConfirmed">True if the reference gives the recorded step.</param>
    public static KernelFaultException At(int step, KernelMismatch? mismatch, bool isRecordConfirmed) =>
        In($"step {step}", mismatch, isRecordConfirmed ? ", which confirm the ledger" : "");

    /// <summary>Something came out differently.</summary>
    public static KernelFaultException In(string what, KernelMismatch? mismatch, string remark = "") => new(
        $"{what}: this machine's fast kernels contradict the reference kernels{remark}; nothing was recorded, do not trust this machine's results{Environment.NewLine}  {Cause(mismatch)}") { Mismatch = mismatch };

    private static string Cause(KernelMismatch? mismatch) =>
        mismatch is null ? "computed again they agree: the fault comes and goes, as of memory, heat or an unstable clock" : $"first in {mismatch}";
}
