using System.Globalization;

namespace Ledger.Events.Hashing;

/// <summary>128 bits written as 32 lower-case hexadecimal digits: a fingerprint as an event holds it.</summary>
/// <param name="First">The leading 64 bits.</param>
/// <param name="Second">The trailing 64 bits.</param>
public readonly record struct Hex128(ulong First, ulong Second)
{
    /// <summary>Reads 32 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not 32 hexadecimal digits.</exception>
    public static Hex128 Parse(ReadOnlySpan<char> text) =>
        text.Length == 32
            ? new Hex128(ulong.Parse(text[..16], NumberStyles.AllowHexSpecifier, null), ulong.Parse(text[16..], NumberStyles.AllowHexSpecifier, null))
            : throw new FormatException($"128 bits are 32 hexadecimal digits, not '{text}'");

    /// <inheritdoc/>
    public override string ToString() => $"{First:x16}{Second:x16}";
}
