namespace Ledger.Events.Specification;

/// <summary>How the learning rate falls, where no milestones are given.</summary>
/// <param name="Kind">Which schedule.</param>
/// <param name="Every">Steps that a rate is held for.</param>
/// <param name="Factor">Of each step, for <c>step</c>.</param>
/// <param name="Floor">Where it ends, for <c>cosine</c>.</param>
/// <param name="Steps">Steps from the rate, which a warm-up reaches first, to the floor, for <c>cosine</c>.</param>
public sealed record ScheduleSpecification(ScheduleKind Kind, int Every, decimal? Factor = null, decimal? Floor = null, int? Steps = null);
