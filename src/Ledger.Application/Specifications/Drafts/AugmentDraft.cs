namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training.augment</c>.</summary>
internal sealed record AugmentDraft([Default("false")] bool? Reflect, [Default("0")] int? Shift) : ISection;
