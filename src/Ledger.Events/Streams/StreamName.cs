using System.Globalization;
using Ledger.Events.Hashing;

namespace Ledger.Events.Streams;

/// <summary>The name of a stream: a prefix that says what it records, and 32 base32 characters of a digest.</summary>
/// <param name="Value">For example <c>train-2cst…</c>, or <c>train-2cst….2</c> for a second attempt.</param>
public readonly record struct StreamName(string Value)
{
    /// <summary>The stream <c>prefix-digest</c>, numbered when it is not the first attempt.</summary>
    public static StreamName Of(string prefix, Digest digest, int attempt = 1) =>
        new(attempt == 1 ? $"{prefix}-{digest.ToBase32()}" : $"{prefix}-{digest.ToBase32()}.{attempt}");

    /// <summary>The part before the first hyphen.</summary>
    public string Prefix => Value[..Math.Max(0, Value.IndexOf('-', StringComparison.Ordinal))];

    /// <summary>The 32 base32 characters after the first hyphen.</summary>
    public string Identity => Value[(Value.IndexOf('-', StringComparison.Ordinal) + 1)..].Split('.')[0];

    /// <summary>Which attempt at the digest this is: the number after the dot, 1 if there is none.</summary>
    public int Number => int.TryParse(Value.AsSpan(Value.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
