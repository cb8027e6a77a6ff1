using Ledger.Arithmetic.Elementary;

namespace Ledger.Training.Schedules;

/// <summary>A learning rate that falls along half a cosine (Loshchilov and Hutter 2017, one cycle): floor + (rate − floor)·cos²(π/2 · k/n).</summary>
/// <param name="Rate">Until <paramref name="Start"/>.</param>
/// <param name="Floor">After <paramref name="Steps"/> steps more, and from there on.</param>
/// <param name="Steps">Steps from the rate to the floor, at least 1.</param>
/// <param name="Start">The step at which it begins to fall: the end of a warm-up, else 0.</param>
/// <param name="Every">Steps that a rate is held for: 1, or those of an epoch.</param>
public sealed record CosineSchedule(decimal Rate, decimal Floor, int Steps, int Start = 0, int Every = 1) : Schedule
{
    internal const string Named = "cosine/1";

    /// <summary>What its form says it is.</summary>
    public string Kind { get; init => field = ScheduleConverter.Expect(Named, value); } = Named;

    /// <inheritdoc/>
    public override decimal FullRate => Rate;

    /// <inheritdoc/>
    public override float RateAt(int step)
    {
        var fallen = Math.Max(0, step - Start) / Every * Every;
        if (fallen == 0 || fallen >= Steps)
        {
            return Binary32.Of(fallen == 0 ? Rate : Floor);
        }

        // (1 + cos 2a)/2 = cos² a, which keeps its digits near the floor.
        var cosine = QuarterTurn.Cosine(fallen, Steps);
        var floor = Binary32.Binary64Of(Floor);
        return (float)(floor + ((Binary32.Binary64Of(Rate) - floor) * (cosine * cosine)));
    }
}
