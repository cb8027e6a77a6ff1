namespace Ledger.Arithmetic.Elementary;

/// <summary>
/// exp, ln, sin and cos to about one unit in the last place of binary64, in fixed sequences of + − × ÷ that are never fused:
/// the same bits on every processor. Series with rational coefficients, so that the constants need no table.
/// </summary>
internal static class Binary64
{
    // ln 2 in two parts; the first ends in 32 zero bits, so that its products with exponents are exact.
    private const double Ln2High = 6.93147180369123816490e-01, Ln2Low = 1.90821492927058770002e-10;
    private const double Log2E = 1.4426950408889634;
    private const double SquareRootOf2 = 1.4142135623730951;

    // Adding and subtracting 1.5·2⁵² rounds to an integer, ties to even.
    private const double ToInteger = 6755399441055744.0;

    // 2π·2⁻³²: the angle of one unit of a word.
    private const double TurnUnit = 1.4629180792671596e-09;

    /// <summary>e^x for |x| ≤ 700: x = n·ln 2 + r, |r| ≤ 0.347; the Taylor series to r¹³ in Estrin's order.</summary>
    public static double Exp(double x)
    {
        var n = x * Log2E + ToInteger - ToInteger;
        var high = x - n * Ln2High;
        var low = n * Ln2Low;
        var r = high - low;
        var correction = high - r - low;
        var r2 = r * r;
        var r4 = r2 * r2;
        var first = 1.0 / 2 + r * (1.0 / 6) + (1.0 / 24 + r * (1.0 / 120)) * r2;
        var second = 1.0 / 720 + r * (1.0 / 5040) + (1.0 / 40320 + r * (1.0 / 362880)) * r2;
        var third = 1.0 / 3628800 + r * (1.0 / 39916800) + (1.0 / 479001600 + r * (1.0 / 6227020800)) * r2;
        var tail = r2 * (first + (second + third * r4) * r4);
        return (1.0 + (r + (tail + correction))) * PowerOfTwo((int)n);
    }

    /// <summary>
    /// ln x for positive normal x: x = 2ᵉ·(1 + f), 1 + f in (√½, √2]; ln(1 + f) = f − (f²/2 − s·(f²/2 + R)), s = f/(2 + f),
    /// R = 2/3·s² + 2/5·s⁴ + … + 2/21·s²⁰.
    /// </summary>
    public static double Log(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)(bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
        if (mantissa > SquareRootOf2)
        {
            mantissa *= 0.5;
            exponent++;
        }

        var f = mantissa - 1.0;
        var s = f / (2.0 + f);
        var z = s * s;
        var z2 = z * z;
        var z4 = z2 * z2;
        var first = 2.0 / 3 + z * (2.0 / 5) + (2.0 / 7 + z * (2.0 / 9)) * z2;
        var second = 2.0 / 11 + z * (2.0 / 13) + (2.0 / 15 + z * (2.0 / 17)) * z2;
        var third = 2.0 / 19 + z * (2.0 / 21);
        var series = z * (first + (second + third * z4) * z4);
        var halfSquare = 0.5 * f * f;
        return exponent * Ln2High - (halfSquare - (s * (halfSquare + series) + exponent * Ln2Low) - f);
    }

    /// <summary>
    /// Sine and cosine of 2π·word/2³²: the nearest quarter turn is split off in integers, the rest, |t| ≤ π/4, goes through the
    /// Taylor series to t¹⁷ and t¹⁶ in Horner's order.
    /// </summary>
    public static (double Sine, double Cosine) SinCosOfTurn(uint word)
    {
        var quarter = unchecked(word + 0x2000_0000u) >> 30;
        var t = unchecked((int)(word - (quarter << 30))) * TurnUnit;
        var t2 = t * t;
        var sine = t + t * t2 * SineSeries(t2);
        var cosine = 1.0 - t2 * 0.5 + t2 * t2 * CosineSeries(t2);
        return quarter switch
        {
            0 => (sine, cosine),
            1 => (cosine, -sine),
            2 => (-sine, -cosine),
            _ => (-cosine, sine),
        };
    }

    private static double SineSeries(double t2)
    {
        var sum = 1.0 / 355687428096000;
        sum = sum * t2 - 1.0 / 1307674368000;
        sum = sum * t2 + 1.0 / 6227020800;
        sum = sum * t2 - 1.0 / 39916800;
        sum = sum * t2 + 1.0 / 362880;
        sum = sum * t2 - 1.0 / 5040;
        sum = sum * t2 + 1.0 / 120;
        return sum * t2 - 1.0 / 6;
    }

    private static double CosineSeries(double t2)
    {
        var sum = 1.0 / 20922789888000;
        sum = sum * t2 - 1.0 / 87178291200;
        sum = sum * t2 + 1.0 / 479001600;
        sum = sum * t2 - 1.0 / 3628800;
        sum = sum * t2 + 1.0 / 40320;
        sum = sum * t2 - 1.0 / 720;
        return sum * t2 + 1.0 / 24;
    }

    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
