using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;

namespace Ledger.Events.Canonical;

/// <summary>The types that canonical JSON holds as strings.</summary>
internal static class TextConverters
{
    /// <summary>One converter a type.</summary>
    public static IReadOnlyList<JsonConverter> All { get; } =
    [
        new Text<string>(static text => text, CanonicalText.Valid),
        new Text<Digest>(Digest.Parse, static value => value.ToString()),
        new Text<DerivationKey>(static text => new DerivationKey(Digest.Parse(text)), static value => value.ToString()),
        new Text<Hex128>(static text => Hex128.Parse(text), static value => value.ToString()),
        new Text<StreamName>(static text => new StreamName(text), static value => value.Value),
        new Text<ulong>(static text => ulong.Parse(text, CultureInfo.InvariantCulture), static value => value.ToString(CultureInfo.InvariantCulture)),
        new Text<float>(static text => Finite(float.Parse(text, CultureInfo.InvariantCulture)), static value => Finite(value).ToString("R", CultureInfo.InvariantCulture)),
        new Text<double>(static text => Finite(double.Parse(text, CultureInfo.InvariantCulture)), static value => Finite(value).ToString("R", CultureInfo.InvariantCulture)),
        new Text<decimal>(static text => decimal.Parse(text, CultureInfo.InvariantCulture), static value => value.ToString("0.############################", CultureInfo.InvariantCulture)),
    ];

    private static T Finite<T>(T value)
        where T : System.Numerics.IFloatingPoint<T> =>
        T.IsFinite(value) ? value : throw new JsonException("NaN and infinity cannot be stored: their bits differ between processors");

    private sealed class Text<T>(Func<string, T> parse, Func<T, string> format) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(format(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(format(value));

        private T Parse(string? text)
        {
            try
            {
                return parse(text ?? throw new JsonException($"a {typeof(T).Name} cannot be null"));
            }
            catch (Exception exception) when (exception is FormatException or OverflowException)
            {
                throw new JsonException(exception.Message, exception);
            }
        }
    }
}
