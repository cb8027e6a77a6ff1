using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Attesting;

/// <summary>What an audit found, as it is attested; nothing in it depends on the time of day or the machine's name.</summary>
/// <param name="Verdict">The worst of all.</param>
/// <param name="Claims">Every claim with its verdict and figures.</param>
/// <param name="Ledger">What the claims were checked against.</param>
/// <param name="Auditor">Who checked.</param>
public sealed record AuditPredicate(ClaimVerdict Verdict, IReadOnlyList<AttestedClaim> Claims, AttestedLedger Ledger, AttestedAuditor Auditor);
