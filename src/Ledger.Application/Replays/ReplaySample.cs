using System.Numerics;

namespace Ledger.Application.Replays;

/// <summary>Segments drawn at random without replacement, all of them replayed.</summary>
/// <param name="Checked">How many.</param>
/// <param name="Total">Of how many.</param>
/// <param name="Draw">The seed of the draw.</param>
public sealed record ReplaySample(int Checked, int Total, ulong Draw)
{
    private static readonly int[] Examples = [1, 2, 5, 10];

    /// <summary>The chances that 1, 2, 5 and 10 altered segments all escape, as far as there are as many segments.</summary>
    public IReadOnlyList<EscapeChance> Escapes => [.. Examples.Where(altered => altered <= Total).Select(altered => new EscapeChance(altered, ChanceThatAllEscape(altered)))];

    /// <summary>The chance that none of some altered segments was drawn: C(total − altered, checked) / C(total, checked), hypergeometric, rounded once.</summary>
    public double ChanceThatAllEscape(int altered)
    {
        var (numerator, denominator) = (BigInteger.One, BigInteger.One);
        for (var i = 0; i < altered; i++)
        {
            numerator *= Math.Max(0, Total - Checked - i);
            denominator *= Total - i;
        }

        return Ratio(numerator, denominator);
    }

    // A quotient of 64 bits and a sticky one round as the exact one does.
    private static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (numerator.IsZero)
        {
            return 0;
        }

        var shift = Math.Max(0, 64 + (int)(denominator.GetBitLength() - numerator.GetBitLength()));
        var quotient = BigInteger.DivRem(numerator << shift, denominator, out var remainder);
        return Math.ScaleB((double)(remainder.IsZero ? quotient << 1 : (quotient << 1) | 1), -shift - 1);
    }
}
