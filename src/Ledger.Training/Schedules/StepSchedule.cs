namespace Ledger.Training.Schedules;

/// <summary>A learning rate that is multiplied by a factor every so many steps.</summary>
/// <param name="Rate">Of the first of them.</param>
/// <param name="Every">Steps of a rate, at least 1.</param>
/// <param name="Factor">From each rate to the next.</param>
public sealed record StepSchedule(decimal Rate, int Every, decimal Factor) : GeometricSchedule(Rate, Factor)
{
    internal const string Named = "step/1";

    /// <summary>What its form says it is.</summary>
    public string Kind { get; init => field = ScheduleConverter.Expect(Named, value); } = Named;

    /// <inheritdoc/>
    protected override int Passed(int step) => step / Every;
}
