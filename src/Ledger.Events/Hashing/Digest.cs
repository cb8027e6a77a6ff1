using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Ledger.Events.Hashing;

/// <summary>A SHA-256 of content (FIPS 180-4), compared by value and written as 64 lower-case hexadecimal digits.</summary>
public readonly record struct Digest
{
    /// <summary>Length in bytes.</summary>
    public const int Length = 32;

    private const string Alphabet = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly ulong _first;
    private readonly ulong _second;
    private readonly ulong _third;
    private readonly ulong _fourth;

    /// <summary>A digest from its 32 bytes.</summary>
    public Digest(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Length);
        _first = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        _third = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        _fourth = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    /// <summary>The digest of <paramref name="content"/>.</summary>
    public static Digest Of(ReadOnlySpan<byte> content)
    {
        Span<byte> bytes = stackalloc byte[Length];
        SHA256.HashData(content, bytes);
        return new Digest(bytes);
    }

    /// <summary>The digest of what is left to read of <paramref name="content"/>, a piece at a time.</summary>
    public static Digest Of(Stream content)
    {
        Span<byte> bytes = stackalloc byte[Length];
        SHA256.HashData(content, bytes);
        return new Digest(bytes);
    }

    /// <summary>True for 64 lower-case hexadecimal digits, the one form that a digest is written in.</summary>
    public static bool IsDigest(string text) => text.Length == 2 * Length && text.All(char.IsAsciiHexDigitLower);

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <exception cref="FormatException">The text is not 64 hexadecimal digits.</exception>
    public static Digest Parse(string text) =>
        text.Length == 2 * Length
            ? new Digest(Convert.FromHexString(text))
            : throw new FormatException($"a digest is {2 * Length} hexadecimal digits, not '{text}'");

    /// <summary>The 32 bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Writes the 32 bytes to the front of <paramref name="target"/>.</summary>
    public void CopyTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt64BigEndian(target, _first);
        BinaryPrimitives.WriteUInt64BigEndian(target[8..], _second);
        BinaryPrimitives.WriteUInt64BigEndian(target[16..], _third);
        BinaryPrimitives.WriteUInt64BigEndian(target[24..], _fourth);
    }

    /// <summary>The first 160 bits in base32 (RFC 4648 alphabet, lower case): 32 characters that name a stream.</summary>
    public string ToBase32()
    {
        Span<byte> bytes = stackalloc byte[Length];
        CopyTo(bytes);
        Span<char> text = stackalloc char[32];
        for (var i = 0; i < text.Length; i++)
        {
            var bit = 5 * i;
            var pair = (bytes[bit / 8] << 8) | bytes[(bit / 8) + 1];
            text[i] = Alphabet[(pair >> (11 - (bit % 8))) & 31];
        }

        return new string(text);
    }

    /// <summary>The first twelve hexadecimal digits, for people.</summary>
    public string ToShortString() => ToString()[..12];

    /// <inheritdoc/>
    public override string ToString() => $"{_first:x16}{_second:x16}{_third:x16}{_fourth:x16}";
}
