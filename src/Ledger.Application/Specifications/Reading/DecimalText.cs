using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledger.Application.Specifications.Reading;

/// <summary>Numbers with a fraction, read digit by digit (YAML 1.2.2, section 10.3.2) and never rounded.</summary>
internal static partial class DecimalText
{
    private const int MostDigits = 28;

    /// <summary>The exact value, or null if the text is no number or has more than 28 digits.</summary>
    public static decimal? Parse(string text)
    {
        var match = Form().Match(text);
        return match.Success && Fits(match) ? Normal(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)) : null;
    }

    /// <summary>The value without an exponent and without zeros at the end.</summary>
    public static string Format(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>True if all digits, written without an exponent, fit in 28 places before or after the point.</summary>
    private static bool Fits(Match number)
    {
        var (whole, fraction) = (number.Groups["whole"].Value, number.Groups["fraction"].Value);
        var digits = (whole + fraction).TrimStart('0');
        var significant = digits.TrimEnd('0');
        if (significant.Length == 0)
        {
            return true;
        }

        var exponent = number.Groups["exponent"].Value;
        if (!int.TryParse(exponent.Length == 0 ? "0" : exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var shift) || shift is > 99 or < -99)
        {
            return false;
        }

        var after = fraction.Length - shift - (digits.Length - significant.Length);
        var before = significant.Length - after;
        return significant.Length <= MostDigits && after <= MostDigits && before <= MostDigits;
    }

    private static decimal Normal(decimal value) => value == 0 ? 0 : value / 1.0000000000000000000000000000m;

    [GeneratedRegex(@"^[-+]?(?=\.?[0-9])(?<whole>[0-9]*)(\.(?<fraction>[0-9]*))?([eE](?<exponent>[-+]?[0-9]+))?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
