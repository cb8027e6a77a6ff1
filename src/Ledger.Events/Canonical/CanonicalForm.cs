using System.Text.Json;

namespace Ledger.Events.Canonical;

/// <summary>Tells whether JSON without white space is canonical as it stands, in one pass; plain text and shallow records only.</summary>
internal static class CanonicalForm
{
    private const int DeepestLevel = 16;

    /// <summary>True if it is; false if it is not, or if that cannot be seen so simply.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static bool Holds(ReadOnlySpan<byte> json)
    {
        if (json.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0 || json.Contains((byte)'\\'))
        {
            return false;
        }

        Span<Range> names = stackalloc Range[DeepestLevel];
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            var holds = reader.TokenType switch
            {
                JsonTokenType.StartObject => Begins(reader.CurrentDepth, names),
                JsonTokenType.PropertyName => Follows(reader, json, names),
                JsonTokenType.Number => reader.ValueSpan is not [(byte)'-', (byte)'0', ..] && reader.TryGetInt64(out var number) && CanonicalJson.IsExact(number),
                JsonTokenType.Null => false,
                _ => true,
            };
            if (!holds)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Begins(int depth, Span<Range> names)
    {
        if (depth >= DeepestLevel)
        {
            return false;
        }

        names[depth] = default;
        return true;
    }

    /// <summary>True if a member's name stands after that of the member before it: in ASCII, bytes order as UTF-16 does.</summary>
    private static bool Follows(in Utf8JsonReader reader, ReadOnlySpan<byte> json, Span<Range> names)
    {
        ref var previous = ref names[reader.CurrentDepth - 1];
        var isFirst = previous.Equals(default(Range));
        var follows = isFirst || json[previous].SequenceCompareTo(reader.ValueSpan) < 0;
        var start = (int)reader.TokenStartIndex + 1;
        previous = start..(start + reader.ValueSpan.Length);
        return follows;
    }
}
