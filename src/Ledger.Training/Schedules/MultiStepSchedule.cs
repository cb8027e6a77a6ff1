using System.Globalization;

namespace Ledger.Training.Schedules;

/// <summary>A learning rate that is multiplied by a factor at each milestone; constant without milestones.</summary>
/// <param name="Rate">At step 0.</param>
/// <param name="Milestones">Ascending steps: update t + 1 with t ≥ milestone uses the lowered rate.</param>
/// <param name="Factor">Of each milestone.</param>
public sealed record MultiStepSchedule(decimal Rate, IReadOnlyList<int> Milestones, decimal Factor)
{
    /// <summary>The rate of update <paramref name="step"/> + 1: exact decimal product, rounded once to binary32.</summary>
    public float RateAt(int step)
    {
        var rate = Rate;
        foreach (var milestone in Milestones)
        {
            if (step >= milestone)
            {
                rate *= Factor;
            }
        }

        return ToBinary32(rate);
    }

    /// <summary>A decimal rounded once to the nearest binary32 (a cast would round twice, through binary64).</summary>
    public static float ToBinary32(decimal value) => float.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
