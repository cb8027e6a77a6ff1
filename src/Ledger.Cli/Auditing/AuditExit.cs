using Ledger.Events.Claims;

namespace Ledger.Cli.Auditing;

/// <summary>The exit code of an audit's worst verdict.</summary>
public static class AuditExit
{
    /// <summary>The code.</summary>
    public static int Of(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => ExitCodes.Done,
        ClaimVerdict.Refuted => ExitCodes.Differs,
        ClaimVerdict.Unsupported => ExitCodes.EvidenceMissing,
        _ => ExitCodes.Corrupt,
    };
}
