using System.Buffers.Binary;
using System.Text;

namespace Ledger.Events.Seals;

/// <summary>A text with one signature (C2SP signed-note).</summary>
/// <param name="Text">What was signed; ends with a line end.</param>
/// <param name="Name">The key's name.</param>
/// <param name="KeyId">The first four bytes of the key's digest, big-endian.</param>
/// <param name="Signature">The signature's bytes.</param>
public sealed record SignedNote(string Text, string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    private const string Mark = "— ";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a note.</summary>
    /// <exception cref="FormatException">The bytes are not exactly what a note with one signature makes.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Parse(StrictUtf8.GetString(bytes));
        }
        catch (DecoderFallbackException exception)
        {
            throw new FormatException("a seal is text in UTF-8; these bytes are none", exception);
        }
    }

    /// <summary>Reads a note.</summary>
    /// <exception cref="FormatException">The text is not exactly what a note with one signature makes.</exception>
    public static SignedNote Parse(string text)
    {
        var end = text.LastIndexOf("\n\n", StringComparison.Ordinal);
        var words = end < 0 ? [] : text[(end + 2)..].TrimEnd('\n').Split(' ');
        if (words.Length != 3 || !SealName.IsValid(words[1]))
        {
            throw new FormatException("a seal is a text, an empty line and one line '— name signature'");
        }

        var signature = StrictBase64.Decode(words[2], "the signature");
        if (signature.Length <= 4)
        {
            throw new FormatException($"the signature has {signature.Length} bytes: too few");
        }

        var note = new SignedNote(text[..(end + 1)], words[1], BinaryPrimitives.ReadUInt32BigEndian(signature), signature.AsMemory(4));
        return note.ToString() == text ? note : throw new FormatException("the signature line is not '— name signature' and a line end");
    }

    /// <summary>The text, an empty line and the signature line.</summary>
    public override string ToString()
    {
        var signature = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(signature, KeyId);
        Signature.CopyTo(signature.AsMemory(4));
        return $"{Text}\n{Mark}{Name} {Convert.ToBase64String(signature)}\n";
    }
}
