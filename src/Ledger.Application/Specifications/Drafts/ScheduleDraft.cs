using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>Section <c>training.schedule</c>.</summary>
internal sealed record ScheduleDraft(
    ScheduleKind? Kind,
    [Optional] StepCount? Every,
    [Optional] decimal? Factor,
    [Optional] decimal? Floor,
    [Optional] StepCount? Steps) : ISection;
