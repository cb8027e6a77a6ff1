using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Figures;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Attesting;

/// <summary>A claim with its verdict.</summary>
/// <param name="Digest">The claim's digest.</param>
/// <param name="Statement">The claim.</param>
/// <param name="Level">How strictly it was checked.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Assertions">What was found about each assertion.</param>
/// <param name="Age">How old it is beside its evidence, in words.</param>
/// <param name="Contradictions">Where the record turned out to be false; this and what follows is absent in files of older versions, which did not tell it.</param>
/// <param name="Altered">What was altered after it was written; absent if nothing was.</param>
/// <param name="Further">Replicates that were begun and that the claim leaves out.</param>
/// <param name="Unconfirmed">Runs that were imported and not computed there yet.</param>
/// <param name="Seeds">How the seeds of its experiments hang together with registered claims, in words.</param>
public sealed record AttestedClaim(
    Digest Digest,
    ClaimStatement Statement,
    ClaimLevel Level,
    ClaimVerdict Verdict,
    IReadOnlyList<AssertionAnswer> Assertions,
    string Age,
    IReadOnlyList<Contradiction>? Contradictions = null,
    string? Altered = null,
    int? Further = null,
    IReadOnlyList<string>? Unconfirmed = null,
    IReadOnlyList<string>? Seeds = null)
{
    /// <summary>All that an audit says of a claim, except for the figures' files.</summary>
    public static AttestedClaim Of(ClaimAnswer claim) => new(
        claim.Claim,
        claim.Statement,
        claim.Level,
        claim.Verdict,
        claim.Assertions,
        claim.Age.Text,
        claim.Contradictions,
        claim.Altered,
        claim.Further,
        claim.Unconfirmed,
        [.. claim.Seeds.Select(static seed => seed.Text)]);
}
