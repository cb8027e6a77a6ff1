using System.Globalization;
using System.Numerics;

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
        var passed = Milestones.Count(milestone => step >= milestone);

        // Integers, because a product of decimals is rounded at 28 digits.
        var digits = Digits(Rate) * BigInteger.Pow(Digits(Factor), passed);
        var scale = Rate.Scale + (passed * Factor.Scale);
        return float.Parse($"{digits}E-{scale}", CultureInfo.InvariantCulture);
    }

    /// <summary>A decimal rounded once to the nearest binary32 (a cast would round twice, through binary64).</summary>
    public static float ToBinary32(decimal value) => float.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static BigInteger Digits(decimal value) =>
        BigInteger.Parse(value.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
