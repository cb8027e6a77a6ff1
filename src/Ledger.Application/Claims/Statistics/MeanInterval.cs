namespace Ledger.Application.Claims.Statistics;

/// <summary>A mean and Student's confidence interval around it.</summary>
/// <param name="Mean">Exact.</param>
/// <param name="Half">Half the interval's width: t · s / √n in binary64.</param>
/// <param name="Freedom">Degrees of freedom, n − 1.</param>
public sealed record MeanInterval(Fraction Mean, double Half, int Freedom)
{
    /// <summary>The interval that covers the mean of normally distributed figures with a probability.</summary>
    /// <param name="figures">At least two.</param>
    /// <param name="confidence">For example 0.95.</param>
    public static MeanInterval Of(IReadOnlyList<Fraction> figures, double confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(figures.Count, 2);
        var mean = Average(figures);
        var squares = figures.Select(figure => (figure - mean) * (figure - mean)).Aggregate(static (sum, square) => sum + square);
        var freedom = figures.Count - 1;
        var error = Math.Sqrt((squares / freedom / figures.Count).ToDouble());
        return new MeanInterval(mean, error == 0 ? 0 : StudentT.TwoSided(confidence, freedom) * error, freedom);
    }

    /// <summary>The mean, exactly.</summary>
    public static Fraction Average(IReadOnlyList<Fraction> figures) => figures.Aggregate(static (sum, figure) => sum + figure) / figures.Count;

    /// <summary>True if the whole interval is at least a bound; of equal figures the mean itself, exactly.</summary>
    public bool IsAtLeast(Fraction bound) => Half == 0 ? Mean >= bound : Mean > bound && (Mean - bound).ToDouble() >= Half;

    /// <summary>True if the whole interval is at most a bound.</summary>
    public bool IsAtMost(Fraction bound) => Half == 0 ? Mean <= bound : Mean < bound && (bound - Mean).ToDouble() >= Half;
}
