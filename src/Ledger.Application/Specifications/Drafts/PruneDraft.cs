using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>method.prune</c>.</summary>
internal sealed record PruneDraft(
    string? Criterion,
    PruningScope? Scope,
    decimal? Fraction,
    [Optional] decimal? OutputFraction,
    string? Count,
    [Optional] IReadOnlyList<string>? Exempt) : ISection;
