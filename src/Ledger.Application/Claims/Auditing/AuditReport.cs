using Ledger.Application.Verification;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Auditing;

/// <summary>What an audit found.</summary>
/// <param name="Location">The ledger.</param>
/// <param name="Size">Its events at that time.</param>
/// <param name="Root">The root over their leaves.</param>
/// <param name="Verified">How far the whole of it was last verified, if it is known.</param>
/// <param name="Recorded">True if the verdicts were recorded in it.</param>
/// <param name="Claims">Every claim, in the order of the files.</param>
public sealed record AuditReport(string Location, long Size, Digest Root, VerifiedExtent? Verified, bool Recorded, IReadOnlyList<ClaimAnswer> Claims)
{
    /// <summary>The worst verdict: tampered, refuted, unsupported, holds.</summary>
    public ClaimVerdict Verdict => Worst(Claims.Select(static claim => claim.Verdict));

    /// <summary>The worst of several verdicts.</summary>
    public static ClaimVerdict Worst(IEnumerable<ClaimVerdict> verdicts) => verdicts.Aggregate(ClaimVerdict.Holds, static (worst, verdict) => Severity(verdict) > Severity(worst) ? verdict : worst);

    private static int Severity(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Holds => 0,
        ClaimVerdict.Unsupported => 1,
        ClaimVerdict.Refuted => 2,
        _ => 3,
    };
}
