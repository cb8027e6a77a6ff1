using Ledger.Application.Claims.Figures;

namespace Ledger.Application.Claims.Subjects;

/// <summary>A run that a claim needs: found, or what keeps it from being evidence.</summary>
internal sealed record ReplicateSlot(AuditedRun? Run, Gap? Gap)
{
    /// <summary>A run that is there.</summary>
    public static ReplicateSlot Of(AuditedRun run) => new(run, Gap: null);

    /// <summary>One that is not.</summary>
    public static ReplicateSlot Missing(string what, string? command = null) => new(Run: null, new Gap(what, command));
}
