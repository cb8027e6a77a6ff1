namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training.tail</c>: a constant rate, or cycles.</summary>
internal sealed record TailDraft(
    StepCount? From,
    [Optional] decimal? Rate,
    [Optional] StepCount? Cycle,
    [Optional] decimal? High,
    [Optional] decimal? Low) : ISection;
