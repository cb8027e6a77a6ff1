using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>An item of <c>layers</c>; which keys it may have depends on its kind.</summary>
internal sealed record LayerDraft(
    LayerKind? Kind,
    [Optional] string? Name = null,
    [Optional] int? Outputs = null,
    [Optional] int? Kernel = null,
    [Optional] int? Stride = null,
    [Optional] int? Padding = null,
    [Optional] bool? Bias = null,
    [Optional] int? Size = null,
    [Optional] decimal? Rate = null,
    [Optional] decimal? Momentum = null,
    [Optional] decimal? Epsilon = null,
    [Optional] IReadOnlyList<LayerDraft>? Main = null,
    [Optional] IReadOnlyList<LayerDraft>? Shortcut = null) : ISection;
