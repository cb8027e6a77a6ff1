using System.Globalization;

namespace Ledger.Arithmetic;

/// <summary>
/// Two sums Σ bits(i)·key(i) mod 2⁶⁴ over all parameters and statistics: detects differences, proves nothing against an adversary.
/// </summary>
/// <param name="First">The sum with the first key sequence.</param>
/// <param name="Second">The sum with the second key sequence.</param>
public readonly record struct Fingerprint(ulong First, ulong Second)
{
    /// <summary>Reads 32 lower-case hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static Fingerprint Parse(ReadOnlySpan<char> text) =>
        text.Length == 32
            ? new Fingerprint(ulong.Parse(text[..16], NumberStyles.AllowHexSpecifier, null), ulong.Parse(text[16..], NumberStyles.AllowHexSpecifier, null))
            : throw new FormatException($"a fingerprint is 32 hexadecimal digits, not '{text}'");

    /// <summary>32 lower-case hexadecimal digits, first sum first.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{First:x16}{Second:x16}");
}
