namespace Ledger.Training.Networks.Families;

/// <summary>
/// VGG with batch normalisation (Simonyan and Zisserman 2015, table 1, columns A, B, D and E) for 32 × 32: five stages of 3 × 3 convolutions,
/// each with a maximum pool behind it, and one linear layer instead of three.
/// </summary>
internal static class Vgg
{
    private static readonly int[] Widths = [64, 128, 256, 512, 512];

    /// <summary>The members by name: convolutions of each stage.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<int[]>(
        [
            ("vgg-11-bn", [1, 1, 2, 2, 2]),
            ("vgg-13-bn", [2, 2, 2, 2, 2]),
            ("vgg-16-bn", [2, 2, 3, 3, 3]),
            ("vgg-19-bn", [2, 2, 4, 4, 4]),
        ],
        static (network, convolutions, classes) =>
        {
            var number = 1;
            for (var stage = 0; stage < Widths.Length; stage++)
            {
                for (var i = 0; i < convolutions[stage]; i++, number++)
                {
                    network.Convolve($"conv{number}", Widths[stage]).Normalise($"bn{number}").Rectify();
                }

                network.MaxPool();
            }

            network.Flatten().Linear("fc", classes);
        });
}
