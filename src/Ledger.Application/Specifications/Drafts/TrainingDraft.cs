using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training</c>.</summary>
internal sealed record TrainingDraft(
    StepCount? Steps,
    int? Batch,
    string? Optimiser,
    [Optional] decimal? Momentum,
    [Optional] bool? Nesterov,
    [Optional] decimal? Beta1,
    [Optional] decimal? Beta2,
    [Optional] decimal? Epsilon,
    decimal? WeightDecay,
    [Optional] DecayScope? Decay,
    [Optional] decimal? ClipNorm,
    [Optional] decimal? LabelSmoothing,
    decimal? Rate,
    [Default("[]")] IReadOnlyList<StepCount>? Milestones,
    [Optional] decimal? Factor,
    [Optional] ScheduleDraft? Schedule,
    [Optional] StepCount? WarmUp,
    [Optional] TailDraft? Tail,
    [Optional] int? Pad,
    [Optional] StandardiseDraft? Standardise,
    [Optional] AugmentDraft? Augment) : ISection
{
    /// <summary>True if the optimiser is Adam in either form, false if it is not or is not known.</summary>
    public bool IsAdam => Optimiser is not null && VersionedName.Expand(Optimiser) is "adam/1" or "adamw/1";
}
