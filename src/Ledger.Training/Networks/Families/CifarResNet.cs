namespace Ledger.Training.Networks.Families;

/// <summary>
/// ResNets for 32 × 32 (He et al. 2016, section 4.2): a 3 × 3 stem of 16, three stages of n blocks of widths 16, 32 and 64, the second and
/// third at stride 2, then the mean and a linear layer; depth 6n + 2. Shortcuts that change extents are 1 × 1 convolutions with batch
/// normalisation, as in most published pruning work; the forms -a have the paper's own, without parameters. The forms -bottleneck are what
/// Ma et al. 2021 call ResNet-56 and ResNet-110: as many blocks of three layers each, so that they are 83 and 164 layers deep.
/// </summary>
internal static class CifarResNet
{
    private const int LayersPerDepth = 6;

    /// <summary>The members by name: depth and kind of block.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<(int Depth, string Form)>(
        [
            .. new[] { 20, 32, 44, 56, 110 }.SelectMany(static depth => new[] { "", "-a" }.Select(form => ($"resnet-{depth}{form}", (depth, form)))),
            ("resnet-56-bottleneck", (56, "-bottleneck")),
            ("resnet-110-bottleneck", (110, "-bottleneck")),
        ],
        static (network, member, classes) =>
        {
            network.Convolve("conv1", 16).Normalise("bn1").Rectify();
            foreach (var (stage, width, stride) in new[] { (1, 16, 1), (2, 32, 2), (3, 64, 2) })
            {
                for (var block = 0; block < (member.Depth - 2) / LayersPerDepth; block++)
                {
                    Block(network, member.Form, $"block{stage}.{block}", width, block == 0 ? stride : 1);
                }
            }

            network.GlobalAveragePool().Linear("fc", classes);
        });

    private static void Block(LayerStack network, string form, string name, int width, int stride)
    {
        if (form == "-bottleneck")
        {
            ResidualBlocks.Bottleneck(network, name, width, stride);
        }
        else
        {
            ResidualBlocks.Basic(network, name, width, stride, isPadded: form == "-a");
        }
    }
}
