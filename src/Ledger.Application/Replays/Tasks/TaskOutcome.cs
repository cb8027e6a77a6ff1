using Ledger.Application.Failures;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;

namespace Ledger.Application.Replays.Tasks;

/// <summary>What came of a task.</summary>
/// <param name="Output">The digest of what was computed.</param>
/// <param name="Steps">Training steps that were equal.</param>
/// <param name="Finding">The first difference from the record, or null.</param>
/// <param name="Fault">This machine contradicts itself; then nothing is known of the record.</param>
internal sealed record TaskOutcome(Digest? Output, int Steps = 0, Finding? Finding = null, KernelFaultException? Fault = null)
{
    /// <summary>True if others may go on from what was computed.</summary>
    public bool IsEqual => Finding is null && Fault is null;
}
