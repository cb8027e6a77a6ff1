namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>data</c>.</summary>
internal sealed record DataDraft(
    string? Set,
    int? Validation,
    [Optional] string? Path,
    [Optional] SyntheticDraft? Synthetic,
    [Optional] FilesDraft? Files) : ISection;
