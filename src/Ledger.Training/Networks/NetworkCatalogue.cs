using System.Globalization;

namespace Ledger.Training.Networks;

/// <summary>The networks that a specification can name, and the form <c>mlp:784-300-10</c> for any multilayer perceptron.</summary>
public static class NetworkCatalogue
{
    private const string PerceptronPrefix = "mlp:";

    private static readonly SortedDictionary<string, Func<NetworkDescription>> Named = new(StringComparer.Ordinal)
    {
        ["lenet-300-100"] = static () => MultilayerPerceptron.Of(784, 300, 100, 10),
    };

    /// <summary>Every name, and the general form.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Named.Keys, "mlp:<inputs>-<hidden>-…-<classes>"];

    /// <summary>The network of a name, or null if there is none.</summary>
    public static NetworkDescription? Find(string name)
    {
        if (Named.TryGetValue(name, out var build))
        {
            return build();
        }

        if (!name.StartsWith(PerceptronPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var widths = new List<int>();
        foreach (var part in name[PerceptronPrefix.Length..].Split('-'))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var width) || width is 0 or > 65536)
            {
                return null;
            }

            widths.Add(width);
        }

        return widths.Count >= 2 ? MultilayerPerceptron.Of([.. widths]) : null;
    }
}
