namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training.standardise</c>: of each channel, as shares of 255.</summary>
internal sealed record StandardiseDraft(IReadOnlyList<decimal>? Mean, IReadOnlyList<decimal>? Deviation) : ISection;
