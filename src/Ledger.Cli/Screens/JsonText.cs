using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Cli.Screens;

/// <summary>Answers as JSON: camel case, digests, keys and streams as text, absent values left out.</summary>
public static class JsonText
{
    /// <summary>How answers are written.</summary>
    internal static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new AsText<Digest>(), new AsText<DerivationKey>(), new AsText<StreamName>(), new AsText<Hex128>(), new AsText<ulong>(), new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private static readonly HashSet<Type> Texts = [.. Options.Converters.OfType<IText>().Select(static converter => converter.Type!)];

    private static readonly JsonSerializerOptions OnOneLine = new(Options) { WriteIndented = false };

    /// <summary>The document on one line.</summary>
    public static string Line(object document) => JsonSerializer.Serialize(document, document.GetType(), OnOneLine);

    /// <summary>True if values of a type are written as text.</summary>
    internal static bool IsText(Type type) => Texts.Contains(Nullable.GetUnderlyingType(type) ?? type);

    /// <summary>The document's text.</summary>
    public static string Of(object document) => JsonSerializer.Serialize(document, document.GetType(), Options);

    private interface IText
    {
        Type? Type { get; }
    }

    private sealed class AsText<T> : JsonConverter<T>, IText
        where T : struct
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("answers are only written");

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
