using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Ledger.Events.Canonical;

/// <summary>A JSON string as RFC 8785 section 3.2.2.2 writes it: only what must be escaped is escaped.</summary>
internal static class CanonicalText
{
    /// <summary>Writes <paramref name="text"/> with its quotes.</summary>
    /// <exception cref="JsonException">The text holds U+0000 or a lone surrogate.</exception>
    public static void Write(string text, IBufferWriter<byte> output)
    {
        Valid(text);
        output.Write("\""u8);
        var plain = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (Escape(text[i]) is { } escape)
            {
                Append(text.AsSpan(plain, i - plain), output);
                Append(escape, output);
                plain = i + 1;
            }
        }

        Append(text.AsSpan(plain), output);
        output.Write("\""u8);
    }

    /// <summary>The text itself, if it can be stored.</summary>
    /// <exception cref="JsonException">The text holds U+0000 or a lone surrogate.</exception>
    public static string Valid(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (text[i] == '\0' || char.IsSurrogate(text[i]))
            {
                throw new JsonException($"U+{(int)text[i]:X4} at character {i} cannot be stored: remove it from the text");
            }
        }

        return text;
    }

    private static string? Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\b' => "\\b",
        '\t' => "\\t",
        '\n' => "\\n",
        '\f' => "\\f",
        '\r' => "\\r",
        < ' ' => $"\\u{(int)character:x4}",
        _ => null,
    };

    private static void Append(ReadOnlySpan<char> text, IBufferWriter<byte> output)
    {
        var target = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        output.Advance(Encoding.UTF8.GetBytes(text, target));
    }
}
