using System.Numerics;

namespace Ledger.Training.Schedules;

/// <summary>Rates on the line between two decimals: the exact rational, rounded once to binary32.</summary>
internal static class LinearRate
{
    // 7·10²⁸·2³¹ is below 2¹²⁸.
    private const decimal LargestShort = 7;

    // A significand longer than binary32's by more than two bits, its last bit 1 if anything was cut off, rounds to what the ratio rounds to.
    private const int Significand = 40;

    private static readonly UInt128 Unit = UInt128.Parse("10000000000000000000000000000", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>(<paramref name="from"/>·(whole − part) + <paramref name="to"/>·part)/whole, for rates ≥ 0 and 0 ≤ part ≤ whole; allocates nothing for rates up to 7.</summary>
    public static float At(decimal from, decimal to, int part, int whole) =>
        from <= LargestShort && to <= LargestShort
            ? Ratio((Scaled(from) * (UInt128)(whole - part)) + (Scaled(to) * (UInt128)part), Unit * (UInt128)whole)
            : AtAnySize(from, to, part, whole);

    /// <summary>The same for rates of any size: the reference.</summary>
    internal static float AtAnySize(decimal from, decimal to, int part, int whole) =>
        Ratio((ScaledAnySize(from) * (whole - part)) + (ScaledAnySize(to) * part), (BigInteger)Unit * whole);

    private static float Ratio<T>(T numerator, T denominator)
        where T : IBinaryInteger<T>
    {
        if (T.IsZero(numerator))
        {
            return 0f;
        }

        var (quotient, rest) = T.DivRem(numerator, denominator);
        var exponent = 0;
        for (; quotient >= T.One << Significand; exponent++)
        {
            rest |= quotient & T.One;
            quotient >>= 1;
        }

        for (; quotient < T.One << (Significand - 1); exponent--)
        {
            rest <<= 1;
            quotient <<= 1;
            if (rest >= denominator)
            {
                rest -= denominator;
                quotient |= T.One;
            }
        }

        return (float)Math.ScaleB(double.CreateChecked(T.IsZero(rest) ? quotient : quotient | T.One), exponent);
    }

    /// <summary>A rate up to 7 in units of 10⁻²⁸.</summary>
    private static UInt128 Scaled(decimal value)
    {
        var (digits, scale) = Parts(value);
        for (; scale < 28; scale++)
        {
            digits *= 10;
        }

        return digits;
    }

    private static BigInteger ScaledAnySize(decimal value)
    {
        var (digits, scale) = Parts(value);
        return digits * BigInteger.Pow(10, 28 - scale);
    }

    private static (UInt128 Digits, int Scale) Parts(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        return (new UInt128((uint)bits[2], ((ulong)(uint)bits[1] << 32) | (uint)bits[0]), value.Scale);
    }
}
