namespace Ledger.Arithmetic.Elementary;

/// <summary>Cosines of shares of a quarter turn, in the fixed binary64 sequence of docs/arithmetic.md, section 10.</summary>
public static class QuarterTurn
{
    private const ulong Words = 1UL << 30;

    // 2π·2⁻³²: the angle of one unit of a word.
    private const double TurnUnit = 1.4629180792671596e-09;

    /// <summary>
    /// cos(π/2 · <paramref name="part"/>/<paramref name="whole"/>) for 0 ≤ part ≤ whole, to about one unit in the last place, near its zero
    /// too: the whole words of the angle by SINCOS, the rest, below one word, by the first term of the addition theorem.
    /// </summary>
    public static double Cosine(int part, int whole)
    {
        var (word, rest) = Math.DivRem((ulong)part * Words, (ulong)whole);
        var (sine, cosine) = Binary64.SinCosOfTurn((uint)word);
        return cosine - (rest / (double)whole * TurnUnit * sine);
    }
}
