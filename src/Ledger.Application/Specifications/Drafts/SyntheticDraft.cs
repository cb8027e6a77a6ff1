namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>data.synthetic</c>.</summary>
internal sealed record SyntheticDraft(int? Features, int? Classes, int? Train, int? Test, int? Noise, ulong? Seed) : ISection;
