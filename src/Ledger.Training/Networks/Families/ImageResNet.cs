namespace Ledger.Training.Networks.Families;

/// <summary>
/// ResNet-18 and ResNet-50 (He et al. 2016, table 1) for 32 × 32: a 3 × 3 stem of 64 without pool instead of 7 × 7 at stride 2 with one, then
/// four stages of widths 64, 128, 256 and 512, the mean and a linear layer.
/// </summary>
internal static class ImageResNet
{
    /// <summary>The members by name: blocks of each stage, and their kind.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<(int[] Blocks, bool IsBottleneck)>(
        [
            ("resnet-18", ([2, 2, 2, 2], false)),
            ("resnet-50", ([3, 4, 6, 3], true)),
        ],
        static (network, form, classes) =>
        {
            network.Convolve("conv1", 64).Normalise("bn1").Rectify();
            for (var stage = 0; stage < form.Blocks.Length; stage++)
            {
                for (var block = 0; block < form.Blocks[stage]; block++)
                {
                    var (name, width, stride) = ($"block{stage + 1}.{block}", 64 << stage, stage > 0 && block == 0 ? 2 : 1);
                    if (form.IsBottleneck)
                    {
                        ResidualBlocks.Bottleneck(network, name, width, stride);
                    }
                    else
                    {
                        ResidualBlocks.Basic(network, name, width, stride);
                    }
                }
            }

            network.GlobalAveragePool().Linear("fc", classes);
        });
}
