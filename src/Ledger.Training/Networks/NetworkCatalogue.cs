using System.Globalization;
using Ledger.Training.Networks.Families;

namespace Ledger.Training.Networks;

/// <summary>The networks that a specification can name, and the form <c>mlp:784-300-10</c> for any multilayer perceptron.</summary>
public static class NetworkCatalogue
{
    /// <summary>Rows and columns that the convolutional networks are made for; images of <see cref="SmallSide"/> are padded to it.</summary>
    public const int Side = 32;

    /// <summary>Rows and columns of MNIST and its relatives.</summary>
    public const int SmallSide = 28;

    private const string PerceptronPrefix = "mlp:";
    private const int UsualClasses = 10;

    private static readonly Features UsualImage = new(Side, Side, 3);

    private static readonly SortedDictionary<string, Func<NetworkDescription>> Perceptrons = new(StringComparer.Ordinal)
    {
        ["lenet-300-100"] = static () => MultilayerPerceptron.Of(784, 300, 100, 10),
    };

    private static readonly NetworkFamily[] Families =
    [
        PlainConvolutions.Family,
        LeNet5.Family,
        CifarResNet.Family,
        ImageResNet.Family,
        WideResNet.Family,
        Vgg.Family,
    ];

    /// <summary>Every name, and the general form.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Perceptrons.Keys, .. Families.SelectMany(static family => family.Members.Keys), "mlp:<inputs>-<hidden>-…-<classes>"];

    /// <summary>True if a name is that of a network that takes images and any number of classes; perceptrons take the features that their name says.</summary>
    public static bool TakesImages(string name) => Array.Exists(Families, family => family.Members.ContainsKey(name));

    /// <summary>Pixels that a named network wants on every side of an image: 2 around 28 × 28 where it takes images, else 0.</summary>
    public static int PaddingOf(string name, int rows, int columns) => TakesImages(name) && (rows, columns) == (SmallSide, SmallSide) ? (Side - SmallSide) / 2 : 0;

    /// <summary>The network of a name, or null if there is none.</summary>
    /// <param name="name">A name, or the general form.</param>
    /// <param name="input">What a sample is where the network takes images; null for 32 × 32 × 3.</param>
    /// <param name="classes">Its number of classes where the name leaves it open; null for 10.</param>
    /// <exception cref="NetworkException">The input does not fit its layers.</exception>
    public static NetworkDescription? Find(string name, Features? input = null, int? classes = null)
    {
        if (Array.Find(Families, family => family.Members.ContainsKey(name)) is { } family)
        {
            return family.Members[name](input ?? UsualImage, classes ?? UsualClasses);
        }

        return Perceptrons.TryGetValue(name, out var build) ? build()
            : name.StartsWith(PerceptronPrefix, StringComparison.Ordinal) ? Perceptron(name[PerceptronPrefix.Length..].Split('-'))
            : null;
    }

    private static NetworkDescription? Perceptron(string[] parts)
    {
        var widths = new List<int>();
        foreach (var part in parts)
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
