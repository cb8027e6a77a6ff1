using System.Globalization;
using System.Numerics;
using Ledger.Application.Claims.Statistics;

namespace Ledger.Application.Claims.Figures;

/// <summary>Exact numbers as people read them.</summary>
public static class FigureText
{
    private const int PercentDigits = 4;
    private const int Digits = 9;

    /// <summary>A share in percent, at most four digits behind the point.</summary>
    public static string Percent(Fraction share) => $"{Rounded(share * Fraction.Of(100), PercentDigits)}%";

    /// <summary>A number, at most nine digits behind the point.</summary>
    public static string Number(Fraction number) => Rounded(number, Digits);

    private static string Rounded(Fraction number, int digits)
    {
        var scale = BigInteger.Pow(10, digits);
        var twice = BigInteger.Divide(2 * BigInteger.Abs(number.Numerator) * scale, number.Denominator);
        var units = (twice + 1) / 2;
        var (whole, rest) = BigInteger.DivRem(units, scale);
        var fraction = rest.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0').TrimEnd('0');
        var sign = number.Numerator.Sign < 0 && units > 0 ? "-" : "";
        return $"{sign}{whole.ToString(CultureInfo.InvariantCulture)}{(fraction.Length > 0 ? "." : "")}{fraction}";
    }
}
