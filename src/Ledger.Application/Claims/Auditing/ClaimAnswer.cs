using Ledger.Application.Claims.Figures;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;

namespace Ledger.Application.Claims.Auditing;

/// <summary>What an audit says of one claim.</summary>
/// <param name="Claim">The claim's digest.</param>
/// <param name="Statement">The claim.</param>
/// <param name="Level">How strictly it was checked.</param>
/// <param name="Verdict">The answer.</param>
/// <param name="Assertions">What was found about each assertion.</param>
/// <param name="Contradictions">Where the record turned out to be false.</param>
/// <param name="Altered">What was altered after it was written, or null.</param>
/// <param name="Age">How old the claim is beside its evidence.</param>
/// <param name="Seeds">How the seeds of its experiments hang together with registered claims.</param>
/// <param name="Further">Replicates that were begun and that the claim leaves out.</param>
/// <param name="Unconfirmed">Runs that were imported and not computed here yet.</param>
/// <param name="Tickets">The tickets that it was answered from.</param>
public sealed record ClaimAnswer(
    Digest Claim,
    ClaimStatement Statement,
    ClaimLevel Level,
    ClaimVerdict Verdict,
    IReadOnlyList<AssertionAnswer> Assertions,
    IReadOnlyList<Contradiction> Contradictions,
    string? Altered,
    ClaimAge Age,
    IReadOnlyList<SeedAnswer> Seeds,
    int Further,
    IReadOnlyList<string> Unconfirmed,
    IReadOnlyList<AuditedTicket> Tickets);
