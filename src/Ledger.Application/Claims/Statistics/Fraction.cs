using System.Numerics;

namespace Ledger.Application.Claims.Statistics;

/// <summary>An exact number: counts, shares of counts, decimals and binary32 values compare without rounding.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    // IEEE 754 binary64: 52 bits behind the point, an exponent of 11 bits, 1075 for a mantissa that is a whole number.
    private const int MantissaBits = 52;
    private const long ExponentMask = 0x7FF;
    private const int ExponentOfOne = 1075;

    private readonly BigInteger _denominator;

    /// <summary>A number in lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("a fraction's denominator is 0");
        }

        var shared = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, _denominator) = (numerator / shared, denominator / shared);
    }

    /// <summary>The signed numerator.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The positive denominator.</summary>
    public BigInteger Denominator => _denominator.IsZero ? BigInteger.One : _denominator;

    /// <summary>The number as a binary64, correctly rounded enough for statistics and screens.</summary>
    public double ToDouble() => Exact.Divide(Numerator, Denominator);

    /// <summary>A whole number.</summary>
    public static Fraction Of(long number) => new(number, BigInteger.One);

    /// <summary>A decimal, digit for digit.</summary>
    public static Fraction Of(decimal number)
    {
        var bits = decimal.GetBits(number);
        var digits = ((new BigInteger((uint)bits[2]) << 32 | (uint)bits[1]) << 32) | (uint)bits[0];
        return new Fraction(number < 0 ? -digits : digits, BigInteger.Pow(10, number.Scale));
    }

    /// <summary>A finite binary64 or binary32 value, bit for bit.</summary>
    public static Fraction Of(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number);
        var exponent = (int)((bits >> MantissaBits) & ExponentMask);
        var mantissa = new BigInteger((bits & ((1L << MantissaBits) - 1)) | (exponent == 0 ? 0 : 1L << MantissaBits));
        var power = Math.Max(exponent, 1) - ExponentOfOne;
        var value = bits < 0 ? -mantissa : mantissa;
        return power >= 0 ? new Fraction(value << power, BigInteger.One) : new Fraction(value, BigInteger.One << -power);
    }

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) + (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => new((a.Numerator * b.Denominator) - (b.Numerator * a.Denominator), a.Denominator * b.Denominator);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>The quotient by a count.</summary>
    public static Fraction operator /(Fraction a, int count) => new(a.Numerator, a.Denominator * count);

    /// <summary>True if a is less.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>True if a is greater.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>True if a is less or equal.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>True if a is greater or equal.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
