using System.Globalization;
using Ledger.Application.Specifications.Drafts;
using Ledger.Events.Hashing;
using Ledger.Training.Data;

namespace Ledger.Application.Specifications.Reading;

/// <summary>The form of each type that a draft's key can have.</summary>
internal static class ValueForms
{
    private static readonly Dictionary<Type, ValueForm> Known = new()
    {
        [typeof(string)] = new("a text", static text => text, static value => (string)value, IsText: true),
        [typeof(bool)] = new("true or false", static text => text is "true" ? true : text is "false" ? false : null, static value => (bool)value ? "true" : "false"),
        [typeof(int)] = new($"a whole number of at most {int.MaxValue}, without leading zeros", static text => Int(text), static value => Text(value)),
        [typeof(ulong)] = new($"a whole number from 0 to {ulong.MaxValue}", static text => Seed(text), static value => Text(value)),
        [typeof(ExperimentSeed)] = new($"a whole number from 0 to {ulong.MaxValue}, or {ExperimentSeed.FromClaim}", static text => Drawn(text), static value => Text(value)),
        [typeof(decimal)] = new("a number of at most 28 digits, such as 0.2 or 1e-4", static text => DecimalText.Parse(text), static value => DecimalText.Format((decimal)value)),
        [typeof(Share)] = new("a number such as 0.886 or 88.6 %", static text => Share.Parse(text), static value => Text(value), IsText: true),
        [typeof(ImageExtents)] = new("rows x columns x channels, such as 28x28x1 or 32x32x3", static text => ImageExtents.Parse(text), static value => Text(value), IsText: true),
        [typeof(Digest)] = new("a digest of 64 hexadecimal digits", static text => Digest.IsDigest(text) ? Digest.Parse(text) : null, static value => Text(value), IsText: true),
        [typeof(StepCount)] = new("a number of steps, such as 6000, 6000it or 12ep", static text => StepCount.Parse(text), static value => Text(value)),
    };

    /// <summary>The form of a type; of an enumeration, its names in snake_case.</summary>
    public static ValueForm Of(Type type) => type.IsEnum ? Names(type) : Known[type];

    private static ValueForm Names(Type type)
    {
        var values = Enum.GetNames(type).ToDictionary(Place.Key, name => Enum.Parse(type, name), StringComparer.Ordinal);
        return new ValueForm($"one of {string.Join(", ", values.Keys)}", text => values.GetValueOrDefault(text), static value => Place.Key(value.ToString()!), IsText: true);
    }

    /// <summary>No leading zeros: YAML 1.1 took them for octal digits.</summary>
    private static bool IsWhole(string text) => text is "0" || !text.TrimStart('-', '+').StartsWith('0');

    private static int? Int(string text) =>
        IsWhole(text) && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static ulong? Seed(string text) =>
        IsWhole(text) && ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static ExperimentSeed? Drawn(string text) =>
        text == ExperimentSeed.FromClaim ? new ExperimentSeed(0, IsFromClaim: true) : Seed(text) is { } number ? new ExperimentSeed(number) : null;

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
