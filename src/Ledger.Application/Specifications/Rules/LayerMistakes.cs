using System.Text.RegularExpressions;
using Ledger.Application.Specifications.Drafts;
using Ledger.Application.Specifications.Reading;
using Ledger.Events.Specification;

namespace Ledger.Application.Specifications.Rules;

/// <summary>What is wrong with listed layers, each by itself: keys that its kind does not have, keys that it misses, numbers that cannot be.</summary>
internal static partial class LayerMistakes
{
    private const int Largest = 65536;

    private static readonly Dictionary<LayerKind, (string[] Needed, string[] Allowed)> Keys = new()
    {
        [LayerKind.Linear] = (["outputs"], ["name", "bias"]),
        [LayerKind.Convolution] = (["outputs"], ["name", "kernel", "stride", "padding", "bias"]),
        [LayerKind.BatchNorm] = ([], ["name", "momentum", "epsilon"]),
        [LayerKind.MaxPool] = ([], ["size"]),
        [LayerKind.AveragePool] = ([], ["size"]),
        [LayerKind.Dropout] = (["rate"], []),
        [LayerKind.Subsample] = (["outputs"], ["stride"]),
        [LayerKind.Residual] = (["main"], ["name", "shortcut"]),
    };

    /// <summary>All mistakes, each with its place below <paramref name="place"/>.</summary>
    public static IEnumerable<(string Place, string Message)> In(IReadOnlyList<LayerDraft> layers, string place) => layers.Count == 0
        ? [(place, "is empty: list at least one layer")]
        : layers.SelectMany((layer, i) => In(layer, Place.Item(place, i)));

    private static IEnumerable<(string Place, string Message)> In(LayerDraft layer, string place)
    {
        if (layer.Kind is not { } kind)
        {
            yield break;
        }

        var (needed, allowed) = Keys.GetValueOrDefault(kind, ([], []));
        foreach (var key in SectionKey.Of(typeof(LayerDraft)).Where(static key => key.Name != "kind"))
        {
            var value = key.Property.GetValue(layer);
            if (value is null && needed.Contains(key.Name))
            {
                yield return (Place.Inside(place, key.Name), $"is missing: {Place.Key(kind.ToString())} needs it; add '{key.Name}:' with {key.Wanted}");
            }
            else if (value is not null && !needed.Contains(key.Name) && !allowed.Contains(key.Name))
            {
                yield return (Place.Inside(place, key.Name), $"is nothing that {Place.Key(kind.ToString())} has: remove it");
            }
            else if (value is not null && Refusal(key.Name, value) is { } refusal)
            {
                yield return (Place.Inside(place, key.Name), refusal);
            }
        }

        var paths = layer.Shortcut is { Count: > 0 } shortcut ? new[] { ("main", layer.Main), ("shortcut", shortcut) } : [("main", layer.Main)];
        foreach (var mistake in paths.Where(static path => path.Item2 is not null).SelectMany(path => In(path.Item2!, Place.Inside(place, path.Item1))))
        {
            yield return mistake;
        }
    }

    private static string? Refusal(string key, object value) => (key, value) switch
    {
        ("outputs" or "kernel" or "stride" or "size", int and (< 1 or > Largest)) => $"{value} is not between 1 and {Largest}",
        ("padding", int and (< 0 or > Largest)) => $"{value} is not between 0 and {Largest}",
        ("rate", decimal and (< 0 or >= 1)) => $"{value} is not between 0 and 1 (1 itself excluded)",
        ("momentum", decimal and (<= 0 or > 1)) => $"{value} is not above 0 and at most 1",
        ("epsilon", decimal and <= 0) => $"{value} is not above 0: give a positive number",
        ("name", string name) when !NameForm().IsMatch(name) => $"'{name}' is not a name: use a-z, 0-9, '_' and '.', and start with a letter",
        _ => null,
    };

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex NameForm();
}
