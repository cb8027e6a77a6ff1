namespace Ledger.Application.Claims.Statistics;

/// <summary>
/// Student's t distribution with a whole number of degrees of freedom: the finite sums of Abramowitz and Stegun, 26.7.3 and 26.7.4, and the
/// quantile by bisection of them until binary64 holds nothing between.
/// </summary>
public static class StudentT
{
    /// <summary>The probability that |t| is at most <paramref name="t"/>.</summary>
    /// <param name="t">At least 0.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double Within(double t, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(freedom, 1);
        var angle = Math.Atan(t / Math.Sqrt(freedom));
        return freedom % 2 == 1 ? Odd(angle, freedom) : Even(angle, freedom);
    }

    /// <summary>The t for which |t| stays within it with a probability: of 0.95 the usual two-sided 95 % value.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <param name="freedom">Degrees of freedom, at least 1.</param>
    public static double TwoSided(double probability, int freedom)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var (low, high) = (0.0, 1.0);
        while (Within(high, freedom) < probability)
        {
            high *= 2;
        }

        for (var middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2)
        {
            (low, high) = Within(middle, freedom) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double Odd(double angle, int freedom)
    {
        var (cosine, sum) = (Math.Cos(angle), 0.0);
        for (var (k, term) = (3, cosine); k <= freedom; k += 2)
        {
            sum += term;
            term *= cosine * cosine * (k - 1) / k;
        }

        return 2 / Math.PI * (angle + (Math.Sin(angle) * sum));
    }

    private static double Even(double angle, int freedom)
    {
        var (cosine, sum) = (Math.Cos(angle), 0.0);
        for (var (k, term) = (2, 1.0); k <= freedom; k += 2)
        {
            sum += term;
            term *= cosine * cosine * (k - 1) / k;
        }

        return Math.Sin(angle) * sum;
    }
}
