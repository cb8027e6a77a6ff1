namespace Ledger.Training.Schedules;

/// <summary>A schedule that ends in a constant rate, at which weights are averaged (Izmailov et al. 2018, section 3.2).</summary>
/// <param name="First">Before <paramref name="From"/>.</param>
/// <param name="From">The first step of the constant rate.</param>
/// <param name="Rate">That rate.</param>
public sealed record ConstantTailSchedule(Schedule First, int From, decimal Rate) : Schedule
{
    internal const string Named = "constant_tail/1";

    /// <summary>What its form says it is.</summary>
    public string Kind { get; init => field = ScheduleConverter.Expect(Named, value); } = Named;

    /// <inheritdoc/>
    public override decimal FullRate => First.FullRate;

    /// <inheritdoc/>
    public override float RateAt(int step) => step < From ? First.RateAt(step) : Binary32.Of(Rate);
}
