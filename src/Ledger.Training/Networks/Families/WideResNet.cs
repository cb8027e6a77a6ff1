namespace Ledger.Training.Networks.Families;

/// <summary>
/// Wide residual networks (Zagoruyko and Komodakis 2016, table 1), normalised before each convolution: a 3 × 3 stem of 16, three stages of
/// n blocks of widths 16k, 32k and 64k (for k = 2: 32, 64, 128), the second and third at stride 2, then normalisation, ReLU, the mean and a
/// linear layer; depth 6n + 4. Where a block changes extents, its shortcut is a 1 × 1 convolution of the normalised input. The dropout form
/// drops 0.3 before each block's second convolution (Sundar and Dwaraknath 2021).
/// </summary>
internal static class WideResNet
{
    private const int LayersPerDepth = 6;

    /// <summary>The members by name: depth, widening and dropout rate.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<(int Depth, int Widening, decimal Dropout)>(
        [
            ("wideresnet-22-2", (22, 2, 0)),
            ("wideresnet-22-2-dropout", (22, 2, 0.3m)),
            ("wideresnet-28-2", (28, 2, 0)),
        ],
        static (network, form, classes) =>
        {
            network.Convolve("conv1", 16);
            foreach (var (stage, width, stride) in new[] { (1, 16, 1), (2, 32, 2), (3, 64, 2) })
            {
                for (var block = 0; block < (form.Depth - 4) / LayersPerDepth; block++)
                {
                    Block(network, $"block{stage}.{block}", width * form.Widening, block == 0 ? stride : 1, form.Dropout);
                }
            }

            network.Normalise("bn1").Rectify().GlobalAveragePool().Linear("fc", classes);
        });

    private static void Block(LayerStack network, string name, int width, int stride, decimal dropout)
    {
        if (network.Output.Channels == width && stride == 1)
        {
            network.Residual(name, main => Convolutions(main.Normalise($"{name}.bn1").Rectify(), name, width, stride, dropout));
        }
        else
        {
            network.Normalise($"{name}.bn1").Rectify().Residual(
                name,
                main => Convolutions(main, name, width, stride, dropout),
                shortcut => shortcut.Convolve($"{name}.shortcut.conv", width, kernel: 1, stride: stride));
        }
    }

    private static void Convolutions(LayerStack main, string name, int width, int stride, decimal dropout) => main
        .Convolve($"{name}.conv1", width, stride: stride).Normalise($"{name}.bn2").Rectify().Drop(dropout)
        .Convolve($"{name}.conv2", width);
}
