namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>evaluate</c>.</summary>
internal sealed record EvaluateDraft(
    [Default("[test]")] IReadOnlyList<string>? Splits,
    [Default("0")] StepCount? Every) : ISection;
