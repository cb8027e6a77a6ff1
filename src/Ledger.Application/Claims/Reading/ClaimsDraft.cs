using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Reading;

/// <summary>A whole claim file.</summary>
internal sealed record ClaimsDraft(IReadOnlyList<ClaimDraft>? Claims) : ISection;
