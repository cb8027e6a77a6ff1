namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training</c>.</summary>
internal sealed record TrainingDraft(
    StepCount? Steps,
    int? Batch,
    string? Optimiser,
    decimal? Momentum,
    decimal? WeightDecay,
    decimal? Rate,
    [Default("[]")] IReadOnlyList<StepCount>? Milestones,
    [Optional] decimal? Factor) : ISection;
