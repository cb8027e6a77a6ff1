using Ledger.Application.Claims.Auditing;
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
public sealed record AttestedClaim(Digest Digest, ClaimStatement Statement, ClaimLevel Level, ClaimVerdict Verdict, IReadOnlyList<AssertionAnswer> Assertions, string Age);
