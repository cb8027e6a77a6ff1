using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Ledger.Events.Canonical;

/// <summary>
/// Values as canonical JSON (RFC 8785), restricted to strings, booleans and integers below 2⁵³: numbers with a fraction are
/// shortest round-trip strings, digests and seeds are strings, absent values are left out.
/// </summary>
public static class CanonicalJson
{
    private const long LargestInteger = (1L << 53) - 1;

    private static readonly JsonSerializerOptions Options = CreateOptions();

    /// <summary>The canonical bytes of <paramref name="value"/>.</summary>
    /// <exception cref="JsonException">The value holds a fraction, a large integer, null in a list, U+0000 or a lone surrogate.</exception>
    public static byte[] Serialize(object value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), Options);
        if (CanonicalForm.Holds(json))
        {
            return json;
        }

        using var document = JsonDocument.Parse(json);
        return Canonicalize(document.RootElement);
    }

    /// <summary>The canonical bytes of parsed JSON.</summary>
    /// <exception cref="JsonException">It holds a fraction, a large integer, null, a member twice, U+0000 or a lone surrogate.</exception>
    public static byte[] Canonicalize(JsonElement element)
    {
        var output = new ArrayBufferWriter<byte>(256);
        Write(element, output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a value from canonical bytes.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, miss a member, or hold an unknown one.</exception>
    public static T Deserialize<T>(ReadOnlySpan<byte> json) =>
        JsonSerializer.Deserialize<T>(json, Options) ?? throw new JsonException($"a {typeof(T).Name} cannot be null");

    /// <summary>Reads a value of a type known at run time from canonical bytes.</summary>
    /// <exception cref="JsonException">The bytes are not JSON, miss a member, or hold an unknown one.</exception>
    public static object Deserialize(ReadOnlySpan<byte> json, Type type) =>
        JsonSerializer.Deserialize(json, type, Options) ?? throw new JsonException($"a {type.Name} cannot be null");

    /// <summary>A value as parsed JSON, in the form its canonical bytes have.</summary>
    public static JsonElement ToElement(object value)
    {
        using var document = JsonDocument.Parse(Serialize(value));
        return document.RootElement.Clone();
    }

    /// <summary>True if these bytes are the canonical form of what they say.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> json)
    {
        try
        {
            if (!json.Contains((byte)' ') && CanonicalForm.Holds(json))
            {
                return true;
            }

            var reader = new Utf8JsonReader(json);
            using var document = JsonDocument.ParseValue(ref reader);
            return json.SequenceEqual(Canonicalize(document.RootElement));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>True if every reader of JSON reads the integer as it is: it lies below 2⁵³.</summary>
    internal static bool IsExact(long number) => number is <= LargestInteger and >= -LargestInteger;

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RecordMembers.Apply } },
        };
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        foreach (var converter in TextConverters.All)
        {
            options.Converters.Add(converter);
        }

        return options;
    }

    private static void Write(JsonElement element, ArrayBufferWriter<byte> output)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                WriteObject(element, output);
                break;
            case JsonValueKind.Array:
                WriteArray(element, output);
                break;
            case JsonValueKind.String:
                CanonicalText.Write(element.GetString()!, output);
                break;
            case JsonValueKind.Number:
                WriteInteger(element, output);
                break;
            default:
                output.Write(element.ValueKind switch
                {
                    JsonValueKind.True => "true"u8,
                    JsonValueKind.False => "false"u8,
                    _ => throw new JsonException("null has no place in canonical JSON: leave the member out"),
                });
                break;
        }
    }

    private static void WriteObject(JsonElement element, ArrayBufferWriter<byte> output)
    {
        var members = element.EnumerateObject().ToArray();
        Array.Sort(members, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        output.Write("{"u8);
        for (var i = 0; i < members.Length; i++)
        {
            if (i > 0)
            {
                if (members[i].Name == members[i - 1].Name)
                {
                    throw new JsonException($"the member '{members[i].Name}' stands twice");
                }

                output.Write(","u8);
            }

            CanonicalText.Write(members[i].Name, output);
            output.Write(":"u8);
            Write(members[i].Value, output);
        }

        output.Write("}"u8);
    }

    private static void WriteArray(JsonElement element, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        foreach (var item in element.EnumerateArray())
        {
            if (!first)
            {
                output.Write(","u8);
            }

            first = false;
            Write(item, output);
        }

        output.Write("]"u8);
    }

    private static void WriteInteger(JsonElement element, ArrayBufferWriter<byte> output)
    {
        if (!element.TryGetInt64(out var number) || !IsExact(number))
        {
            throw new JsonException($"{element.GetRawText()} is not an integer below 2^53: write it as a string");
        }

        var digits = output.GetSpan(20);
        number.TryFormat(digits, out var length);
        output.Advance(length);
    }
}
