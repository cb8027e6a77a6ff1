using Ledger.Application.Claims.Statistics;

namespace Ledger.Application.Tests.Claims;

/// <summary>Exact fractions and the statistics of claims, against published tables.</summary>
public sealed class StatisticsTests
{
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2: upper critical values of Student's t, three decimals.
    [Theory]
    [InlineData(0.90, 1, 6.314)]
    [InlineData(0.95, 1, 12.706)]
    [InlineData(0.95, 2, 4.303)]
    [InlineData(0.95, 3, 3.182)]
    [InlineData(0.95, 9, 2.262)]
    [InlineData(0.95, 10, 2.228)]
    [InlineData(0.99, 4, 4.604)]
    [InlineData(0.99, 29, 2.756)]
    [InlineData(0.998, 5, 5.893)]
    [InlineData(0.95, 100, 1.984)]
    public void TwoSided_HasThePublishedValue(double probability, int freedom, double published) =>
        Assert.Equal(published, Math.Round(StudentT.TwoSided(probability, freedom), 3));

    // In closed form: of one degree of freedom it is Cauchy's, of two t = (2p − 1) √(2 / (1 − (2p − 1)²)).
    [Fact]
    public void TwoSided_OneAndTwoDegrees_HaveTheirClosedForm()
    {
        Assert.Equal(Math.Tan(Math.PI * 0.475), StudentT.TwoSided(0.95, 1), 1e-11);
        Assert.Equal(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95))), StudentT.TwoSided(0.95, 2), 1e-13);
    }

    // The largest binary64 value below 1: the greatest confidence that a claim may ask for.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    [InlineData(100)]
    public void TwoSided_GreatestProbability_IsReached(int freedom) =>
        Assert.InRange(StudentT.Within(StudentT.TwoSided(double.BitDecrement(1), freedom), freedom), double.BitDecrement(1), double.BitIncrement(1));

    [Theory]
    [InlineData(5, 5, 1, 32)]
    [InlineData(4, 5, 6, 32)]
    [InlineData(0, 5, 1, 1)]
    [InlineData(9, 10, 11, 1024)]
    [InlineData(0, 0, 1, 1)]
    public void Chance_OfSigns_IsTheBinomialTail(int successes, int trials, int ways, int all) =>
        Assert.Equal(new Fraction(ways, all), SignTest.Chance(successes, trials));

    [Fact]
    public void Fractions_OfDecimalsAndBinaryValues_AreExact()
    {
        Assert.Equal(new Fraction(443, 500), Fraction.Of(0.886m));
        Assert.Equal(new Fraction(-1, 8), Fraction.Of(-0.125));
        Assert.True(Fraction.Of(0.1m) < Fraction.Of((double)0.1f));
        Assert.NotEqual(Fraction.Of(0.1m), Fraction.Of(0.1));
        Assert.Equal(Fraction.Of(decimal.MaxValue), Fraction.Of(79228162514264337593543950336d) - Fraction.Of(1));
        Assert.Equal(new Fraction(1, 3), (new Fraction(1, 2) + new Fraction(1, 2)) / 3);
        Assert.Equal(float.Epsilon, Fraction.Of((double)float.Epsilon).ToDouble());
        Assert.Equal(1.0 / 3, new Fraction(1, 3).ToDouble());
    }

    [Fact]
    public void MeanInterval_OfThree_IsTheTextbooks()
    {
        var interval = MeanInterval.Of([Fraction.Of(1), Fraction.Of(2), Fraction.Of(3)], 0.95);

        Assert.Equal(Fraction.Of(2), interval.Mean);
        Assert.Equal(0.95 * Math.Sqrt(2 / (1 - (0.95 * 0.95))) / Math.Sqrt(3), interval.Half, 1e-12);
        Assert.False(interval.IsAtLeast(Fraction.Of(-0.4)));
        Assert.True(interval.IsAtLeast(Fraction.Of(-0.5)));
        Assert.True(interval.IsAtMost(Fraction.Of(4.5)));
    }

    [Fact]
    public void MeanInterval_OfEqualFigures_IsTheFigureItself()
    {
        var interval = MeanInterval.Of([new Fraction(1, 3), new Fraction(1, 3)], 0.99);

        Assert.True(interval.IsAtLeast(new Fraction(1, 3)));
        Assert.False(interval.IsAtLeast(new Fraction(334, 1000)));
    }
}
