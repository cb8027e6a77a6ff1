namespace Ledger.Events.Specification;

/// <summary>Schedules besides the one of milestones.</summary>
public enum ScheduleKind
{
    /// <summary>A factor every so many steps.</summary>
    Step,

    /// <summary>Half a cosine from the rate to a floor.</summary>
    Cosine,
}
