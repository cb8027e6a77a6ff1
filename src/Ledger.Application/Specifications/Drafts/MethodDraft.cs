namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>method</c>.</summary>
internal sealed record MethodDraft(
    string? Name,
    int? Rounds,
    [Default("0")] StepCount? Rewind,
    PruneDraft Prune,
    [Default("{}")] RestoreDraft Restore) : ISection;
