namespace Ledger.Training.Networks.Families;

/// <summary>The blocks that residual networks are made of (He et al. 2016, figures 3 and 5): after each sum, a ReLU.</summary>
internal static class ResidualBlocks
{
    /// <summary>Widening of a bottleneck's last convolution.</summary>
    private const int Expansion = 4;

    /// <summary>Two 3 × 3 convolutions.</summary>
    public static void Basic(LayerStack network, string name, int width, int stride, bool isPadded = false) => network
        .Residual(
            name,
            main => main
                .Convolve($"{name}.conv1", width, stride: stride).Normalise($"{name}.bn1").Rectify()
                .Convolve($"{name}.conv2", width).Normalise($"{name}.bn2"),
            shortcut => Shortcut(shortcut, name, width, stride, isPadded))
        .Rectify();

    /// <summary>1 × 1, 3 × 3 and a 1 × 1 convolution of four times the width.</summary>
    public static void Bottleneck(LayerStack network, string name, int width, int stride) => network
        .Residual(
            name,
            main => main
                .Convolve($"{name}.conv1", width, kernel: 1).Normalise($"{name}.bn1").Rectify()
                .Convolve($"{name}.conv2", width, stride: stride).Normalise($"{name}.bn2").Rectify()
                .Convolve($"{name}.conv3", Expansion * width, kernel: 1).Normalise($"{name}.bn3"),
            shortcut => Shortcut(shortcut, name, Expansion * width, stride, isPadded: false))
        .Rectify();

    /// <summary>x itself where it fits; else a 1 × 1 convolution with batch normalisation (option B), or, padded, every second position and channels of +0 (option A).</summary>
    private static void Shortcut(LayerStack shortcut, string name, int width, int stride, bool isPadded)
    {
        if (shortcut.Output.Channels == width && stride == 1)
        {
            return;
        }

        if (isPadded)
        {
            shortcut.Add(new Layers.SubsampleLayer(width, stride));
        }
        else
        {
            shortcut.Convolve($"{name}.shortcut.conv", width, kernel: 1, stride: stride).Normalise($"{name}.shortcut.bn");
        }
    }
}
