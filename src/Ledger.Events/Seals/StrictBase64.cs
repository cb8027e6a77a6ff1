namespace Ledger.Events.Seals;

/// <summary>Base64 in the one form that its bytes have (RFC 4648, section 4).</summary>
internal static class StrictBase64
{
    /// <summary>The bytes of a text.</summary>
    /// <param name="text">With padding, without white space.</param>
    /// <param name="what">What it is, for the message.</param>
    /// <exception cref="FormatException">It is not the base64 that these bytes have.</exception>
    public static byte[] Decode(string text, string what)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && Convert.ToBase64String(bytes.AsSpan(0, length)) == text
            ? bytes[..length]
            : throw new FormatException($"{what} is not in base64: '{text}'");
    }
}
