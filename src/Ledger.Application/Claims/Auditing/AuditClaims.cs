using Ledger.Events.Claims;
using MediatR;

namespace Ledger.Application.Claims.Auditing;

/// <summary>Checks claims against what the ledger holds.</summary>
/// <param name="Claims">From claim files.</param>
/// <param name="Level">The least level; a claim's own may be higher.</param>
/// <param name="Records">True to record what was found, where the ledger can be written.</param>
public sealed record AuditClaims(IReadOnlyList<Claim> Claims, ClaimLevel Level = ClaimLevel.Record, bool Records = true) : IRequest<AuditReport>;
