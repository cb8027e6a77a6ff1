using System.Numerics;

namespace Ledger.Application.Claims.Statistics;

/// <summary>The one-sided sign test: how likely so many successes are if success and failure were equally likely.</summary>
public static class SignTest
{
    /// <summary>P(X ≥ <paramref name="successes"/>) of a binomial with chance 1/2, exactly.</summary>
    public static Fraction Chance(int successes, int trials)
    {
        var (ways, sum) = (BigInteger.One, BigInteger.Zero);
        for (var k = 0; k <= trials; k++)
        {
            sum += k >= successes ? ways : 0;
            ways = ways * (trials - k) / (k + 1);
        }

        return new Fraction(sum, BigInteger.One << trials);
    }
}
