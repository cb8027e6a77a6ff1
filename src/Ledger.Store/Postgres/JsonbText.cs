using System.Text.Json;
using Ledger.Events.Canonical;

namespace Ledger.Store.Postgres;

/// <summary>
/// The text that PostgreSQL makes of a jsonb as canonical bytes again (RFC 8785). Its strings and integers are canonical as they stand;
/// its members are ordered by length, and a space stands behind each comma and colon.
/// </summary>
internal sealed class JsonbText
{
    private const int MostMembers = 32;
    private const int DeepestLevel = 16;

    private byte[] _output = new byte[512];
    private int _length;

    /// <summary>The canonical bytes; of text that was not made from canonical bytes, some bytes without a meaning.</summary>
    public byte[] ToCanonical(ReadOnlySpan<byte> text)
    {
        if (_output.Length < text.Length)
        {
            _output = new byte[text.Length];
        }

        _length = 0;
        return TryWrite(text, DeepestLevel) ? _output.AsSpan(0, _length).ToArray() : Rewrite(text);
    }

    private static byte[] Rewrite(ReadOnlySpan<byte> text)
    {
        try
        {
            var reader = new Utf8JsonReader(text);
            using var document = JsonDocument.ParseValue(ref reader);
            return CanonicalJson.Canonicalize(document.RootElement);
        }
        catch (JsonException)
        {
            // Nothing of ours: its hash tells.
            return text.ToArray();
        }
    }

    // Writes one value; false if it is too deep, too wide or has names that need more than a comparison of bytes.
    private bool TryWrite(ReadOnlySpan<byte> value, int levels) => value[0] switch
    {
        (byte)'{' => levels > 0 && TryWriteObject(value, levels - 1),
        (byte)'[' => levels > 0 && TryWriteArray(value, levels - 1),
        _ => Write(value),
    };

    private bool TryWriteObject(ReadOnlySpan<byte> value, int levels)
    {
        Span<Range> names = stackalloc Range[MostMembers];
        Span<Range> values = stackalloc Range[MostMembers];
        var count = 0;
        for (var at = 1; value[at] != '}';)
        {
            var name = at..(at + LengthOf(value[at..]));
            var start = name.End.Value + 2;
            var end = start + LengthOf(value[start..]);
            if (count == MostMembers || !IsPlain(value[name]))
            {
                return false;
            }

            var place = count++;
            for (; place > 0 && value[names[place - 1]].SequenceCompareTo(value[name]) > 0; place--)
            {
                (names[place], values[place]) = (names[place - 1], values[place - 1]);
            }

            (names[place], values[place]) = (name, start..end);
            at = value[end] == ',' ? end + 2 : end;
        }

        Write("{"u8);
        for (var i = 0; i < count; i++)
        {
            if (i > 0)
            {
                Write(","u8);
            }

            Write(value[names[i]]);
            Write(":"u8);
            if (!TryWrite(value[values[i]], levels))
            {
                return false;
            }
        }

        return Write("}"u8);
    }

    private bool TryWriteArray(ReadOnlySpan<byte> value, int levels)
    {
        Write("["u8);
        for (var at = 1; value[at] != ']';)
        {
            var length = LengthOf(value[at..]);
            if (!TryWrite(value.Slice(at, length), levels))
            {
                return false;
            }

            at += length;
            if (value[at] == ',')
            {
                Write(","u8);
                at += 2;
            }
        }

        return Write("]"u8);
    }

    private bool Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_output.AsSpan(_length));
        _length += bytes.Length;
        return true;
    }

    // In plain ASCII, bytes order as UTF-16 does; the quotation mark at the end stands before every letter that may follow in a longer name.
    private static bool IsPlain(ReadOnlySpan<byte> name) => name[1..^1].IndexOfAnyExceptInRange((byte)'#', (byte)'~') < 0 && !name.Contains((byte)'\\');

    private static int LengthOf(ReadOnlySpan<byte> value) => value[0] switch
    {
        (byte)'"' => LengthOfString(value),
        (byte)'{' or (byte)'[' => LengthOfNested(value),
        _ => value.IndexOfAny((byte)',', (byte)'}', (byte)']') is var end and >= 0 ? end : value.Length,
    };

    private static int LengthOfString(ReadOnlySpan<byte> value)
    {
        for (var at = 1; ;)
        {
            at += value[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (value[at] == '"')
            {
                return at + 1;
            }

            at += 2;
        }
    }

    private static int LengthOfNested(ReadOnlySpan<byte> value)
    {
        for (int at = 0, depth = 0; ;)
        {
            at += value[at..].IndexOfAny("\"{}[]"u8);
            depth += value[at] switch { (byte)'{' or (byte)'[' => 1, (byte)'}' or (byte)']' => -1, _ => 0 };
            at += value[at] == '"' ? LengthOfString(value[at..]) : 1;
            if (depth == 0)
            {
                return at;
            }
        }
    }
}
