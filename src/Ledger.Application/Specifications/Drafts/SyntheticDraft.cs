using Ledger.Training.Data;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>data.synthetic</c>.</summary>
internal sealed record SyntheticDraft(
    [Optional] int? Features,
    int? Classes,
    int? Train,
    int? Test,
    int? Noise,
    ulong? Seed,
    [Optional] ImageExtents? Image = null,
    [Optional] int? Shift = null) : ISampleDraft;
