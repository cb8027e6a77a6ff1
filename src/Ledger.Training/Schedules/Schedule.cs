using System.Text.Json.Serialization;

namespace Ledger.Training.Schedules;

/// <summary>
/// Learning rates as a function of the step: steps count from the schedule's start, in every part of it. A rate is computed exactly (a cosine
/// in fixed binary64 operations) and rounded once to binary32; asking for the next one allocates nothing.
/// </summary>
[JsonConverter(typeof(ScheduleConverter))]
public abstract record Schedule
{
    /// <summary>The rate of update <paramref name="step"/> + 1.</summary>
    public abstract float RateAt(int step);

    /// <summary>The rate that it is declared with: what a warm-up rises to.</summary>
    public abstract decimal FullRate { get; }
}
