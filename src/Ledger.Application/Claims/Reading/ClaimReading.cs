using Ledger.Application.Specifications;

namespace Ledger.Application.Claims.Reading;

/// <summary>What reading a claim file gave: its claims, or everything that is wrong with it.</summary>
/// <param name="Claims">The claims; none if there are findings.</param>
/// <param name="Findings">All mistakes in the order of the file.</param>
public sealed record ClaimReading(IReadOnlyList<Claim> Claims, IReadOnlyList<Finding> Findings);
