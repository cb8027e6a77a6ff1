namespace Ledger.Training.Schedules;

/// <summary>
/// A schedule that ends in cycles, each falling linearly, at whose ends weights are averaged (Izmailov et al. 2018, section 3.1): update
/// k = 1 … c of a cycle has (high · (c − k) + low · k)/c, exactly, rounded once.
/// </summary>
/// <param name="First">Before <paramref name="From"/>.</param>
/// <param name="From">The first step of the first cycle.</param>
/// <param name="Cycle">c, at least 1.</param>
/// <param name="High">What a cycle falls from; only approached, as in the paper.</param>
/// <param name="Low">The rate of a cycle's last update.</param>
public sealed record CyclicTailSchedule(Schedule First, int From, int Cycle, decimal High, decimal Low) : Schedule
{
    internal const string Named = "cyclic_tail/1";

    /// <summary>What its form says it is.</summary>
    public string Kind { get; init => field = ScheduleConverter.Expect(Named, value); } = Named;

    /// <inheritdoc/>
    public override decimal FullRate => First.FullRate;

    /// <inheritdoc/>
    public override float RateAt(int step) => step < From ? First.RateAt(step) : LinearRate.At(High, Low, ((step - From) % Cycle) + 1, Cycle);
}
