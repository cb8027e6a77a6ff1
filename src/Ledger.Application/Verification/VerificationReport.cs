using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>What a check of a ledger found.</summary>
/// <param name="Location">Which ledger.</param>
/// <param name="Events">Events checked.</param>
/// <param name="Findings">What is not as it was written; none if all is.</param>
public sealed record VerificationReport(string Location, long Events, IReadOnlyList<IntegrityFinding> Findings);
