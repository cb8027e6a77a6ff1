using Ledger.Application.Specifications.Reading;

namespace Ledger.Application.Specifications.Drafts;

/// <summary>An exact number that may be written in percent: <c>0.886</c>, <c>88.6 %</c>.</summary>
/// <param name="Value">The number itself.</param>
/// <param name="IsPercent">True if it was written in percent.</param>
internal readonly record struct Share(decimal Value, bool IsPercent)
{
    /// <summary>Reads the written form, or gives null.</summary>
    public static Share? Parse(string text)
    {
        var isPercent = text.EndsWith('%');
        if (DecimalText.Parse(isPercent ? text[..^1].TrimEnd() : text) is not { } number)
        {
            return null;
        }

        // Of 28 digits, a hundredth may not fit: such a number is refused, never rounded.
        return !isPercent ? new Share(number, IsPercent: false) : number / 100 * 100 == number ? new Share(number / 100, IsPercent: true) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => DecimalText.Format(Value);
}
