using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Events.Claims;

namespace Ledger.Application.Claims.Assertions;

/// <summary>Judges the figures of one run or of several replicates by bounds.</summary>
/// <param name="Sampling">What is said of several figures; null for one.</param>
/// <param name="Confidence">Of an interval or test, or null.</param>
/// <param name="Bounds">What must be so.</param>
/// <param name="Format">How figures are written.</param>
/// <param name="IsPaired">True if the figures are differences between pairs.</param>
internal sealed record Summary(Sampling? Sampling, decimal? Confidence, Bounds Bounds, Func<Fraction, string> Format, bool IsPaired)
{
    private const decimal UsualConfidence = 0.95m;

    /// <summary>What stands before the figure's name.</summary>
    public string Name => Sampling switch
    {
        null => "",
        Statistics.Sampling.All => "every replicate's ",
        Statistics.Sampling.SignTest => "by the sign test, the ",
        Statistics.Sampling.Min => "least ",
        Statistics.Sampling.Max => "greatest ",
        Statistics.Sampling.Median => "median ",
        _ => "mean ",
    };

    /// <summary>Judges figures that are all there.</summary>
    public Judgement Judge(string asked, IReadOnlyList<Figure> figures)
    {
        var sorted = figures.Select(static figure => figure.Value).Order().ToArray();
        return Sampling switch
        {
            null => Answer(Bounds.Admit(figures[0].Value), figures[0].Text),
            Statistics.Sampling.Median => Plain("median", (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2),
            Statistics.Sampling.Min => Plain("least", sorted[0]),
            Statistics.Sampling.Max => Plain("greatest", sorted[^1]),
            Statistics.Sampling.All => Answer(sorted.All(Bounds.Admit), $"from {Format(sorted[0])} to {Format(sorted[^1])}"),
            Statistics.Sampling.Mean when Confidence is { } confidence => Interval(sorted, confidence),
            Statistics.Sampling.Mean => Plain("mean", MeanInterval.Average(sorted)),
            _ => Signs(sorted, Confidence ?? UsualConfidence),
        };

        Judgement Plain(string name, Fraction value) => Answer(Bounds.Admit(value), $"{name} {Format(value)} of {figures.Count}");

        Judgement Interval(IReadOnlyList<Fraction> values, decimal confidence)
        {
            var interval = MeanInterval.Of(values, (double)confidence);
            var holds = (Bounds.Low is not { } low || interval.IsAtLeast(low)) && (Bounds.High is not { } high || interval.IsAtMost(high));
            var half = Fraction.Of(interval.Half);
            return Answer(
                holds,
                $"mean {Format(interval.Mean)}, {FigureText.Percent(Fraction.Of(confidence))} interval {Format(interval.Mean - half)} to {Format(interval.Mean + half)}",
                $"{(IsPaired ? "paired " : "")}Student t interval, {interval.Freedom} degree{(interval.Freedom == 1 ? "" : "s")} of freedom");
        }

        Judgement Signs(IReadOnlyList<Fraction> values, decimal confidence)
        {
            var bound = (Bounds.Low ?? Bounds.High)!.Value;
            var beyond = values.Count(value => Bounds.Low is not null ? value > bound : value < bound);
            var apart = values.Count(value => value != bound);
            var chance = SignTest.Chance(beyond, apart);
            return Answer(
                chance <= Fraction.Of(1 - confidence),
                $"{beyond} of {apart} {(Bounds.Low is not null ? "above" : "below")} {Format(bound)}, p = {FigureText.Number(chance)}",
                $"one-sided sign test at {FigureText.Percent(Fraction.Of(confidence))}, ties left out");
        }

        Judgement Answer(bool holds, string found, string? test = null) => new(holds ? ClaimVerdict.Holds : ClaimVerdict.Refuted, asked, found, test, figures, []);
    }
}
