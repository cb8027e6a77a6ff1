namespace Ledger.Training.Schedules;

/// <summary>
/// A linear warm-up in front of another schedule: update t + 1 ≤ n has rate · (t + 1)/n, exactly, rounded once; from step n on the other
/// schedule, whose steps count from the start of the warm-up (milestones keep their places).
/// </summary>
/// <param name="Steps">n, at least 1; where <paramref name="Then"/> changes its rate earlier, that is not seen before step n.</param>
/// <param name="Then">What follows; its declared rate is risen to.</param>
public sealed record WarmUpSchedule(int Steps, Schedule Then) : Schedule
{
    internal const string Named = "warm_up/1";

    /// <summary>What its form says it is.</summary>
    public string Kind { get; init => field = ScheduleConverter.Expect(Named, value); } = Named;

    /// <inheritdoc/>
    public override decimal FullRate => Then.FullRate;

    /// <inheritdoc/>
    public override float RateAt(int step) => step < Steps ? LinearRate.At(0, FullRate, step + 1, Steps) : Then.RateAt(step);
}
