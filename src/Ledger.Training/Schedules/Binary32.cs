using System.Globalization;
using System.Numerics;

namespace Ledger.Training.Schedules;

/// <summary>Decimals of a specification in binary.</summary>
public static class Binary32
{
    private const int Digits = 60;

    // Enough for the sign, 29 digits and the point of any decimal.
    private const int LongestText = 32;

    /// <summary>A decimal rounded once to the nearest binary32 (a cast would round twice, through binary64).</summary>
    public static float Of(decimal value)
    {
        Span<char> text = stackalloc char[LongestText];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return float.Parse(text[..length], CultureInfo.InvariantCulture);
    }

    /// <summary>A decimal rounded to the nearest binary64.</summary>
    public static double Binary64Of(decimal value)
    {
        Span<char> text = stackalloc char[LongestText];
        value.TryFormat(text, out var length, provider: CultureInfo.InvariantCulture);
        return double.Parse(text[..length], CultureInfo.InvariantCulture);
    }

    /// <summary>1 / <paramref name="value"/> rounded once to the nearest binary32.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public static float Reciprocal(decimal value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var digits = BigInteger.Parse(value.ToString(CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var quotient = BigInteger.DivRem(BigInteger.Pow(10, Digits + value.Scale), digits, out var rest);

        // What is left off makes the quotient greater than a tie, never equal to one.
        return float.Parse($"{quotient}{(rest.IsZero ? "" : "1")}E-{Digits + (rest.IsZero ? 0 : 1)}", CultureInfo.InvariantCulture);
    }
}
