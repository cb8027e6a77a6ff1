using System.Globalization;
using System.Numerics;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>A rational number, and the binary32 that lies nearest to it by comparing exact distances.</summary>
internal sealed record ExactRatio(BigInteger Numerator, BigInteger Denominator)
{
    private static readonly BigInteger Unit = BigInteger.Pow(10, 28);

    /// <summary>A decimal.</summary>
    public static implicit operator ExactRatio(decimal value)
    {
        var text = value.ToString("F28", CultureInfo.InvariantCulture);
        return new(BigInteger.Parse(text.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture), Unit);
    }

    public static ExactRatio operator *(ExactRatio a, ExactRatio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static ExactRatio operator +(ExactRatio a, ExactRatio b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The nearest binary32, ties to even, of a ratio of at least 0.</summary>
    public float Nearest()
    {
        var guess = (float)((double)Numerator / (double)Denominator);
        return new[] { MathF.BitDecrement(guess), guess, MathF.BitIncrement(guess) }
            .Where(static x => x >= 0)
            .MinBy(x => (Distance(x), BitConverter.SingleToUInt32Bits(x) & 1));
    }

    /// <summary>|this − x| in units of 1/(2¹⁴⁹ · denominator).</summary>
    private BigInteger Distance(float x)
    {
        var bits = BitConverter.SingleToInt32Bits(x);
        var exponent = Math.Max(1, bits >> 23);
        BigInteger significand = (bits & 0x7FFFFF) | (bits >> 23 == 0 ? 0 : 0x800000);
        return BigInteger.Abs((Numerator << 149) - ((significand << (exponent - 1)) * Denominator));
    }
}
