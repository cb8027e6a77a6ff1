namespace Ledger.Training.Networks.Families;

/// <summary>
/// Conv-2, Conv-4 and Conv-6 (Frankle and Carbin 2019, figure 2; a VGG made small): stages of two 3 × 3 convolutions with bias and a pool,
/// then 256, 256 and the classes. No batch normalisation. The dropout forms drop half of what leaves either hidden linear layer.
/// The paper prints 1.7 M weights for Conv-6; its layers have 2.26 M.
/// </summary>
internal static class PlainConvolutions
{
    /// <summary>The members by name: widths of the stages, and the dropout rate.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<(int[] Widths, decimal Dropout)>(
        [
            ("conv-2", ([64], 0)),
            ("conv-2-dropout", ([64], 0.5m)),
            ("conv-4", ([64, 128], 0)),
            ("conv-4-dropout", ([64, 128], 0.5m)),
            ("conv-6", ([64, 128, 256], 0)),
            ("conv-6-dropout", ([64, 128, 256], 0.5m)),
        ],
        static (network, form, classes) =>
        {
            var convolution = 1;
            foreach (var width in form.Widths)
            {
                network.Convolve($"conv{convolution++}", width, hasBias: true).Rectify()
                    .Convolve($"conv{convolution++}", width, hasBias: true).Rectify()
                    .MaxPool();
            }

            network.Flatten()
                .Linear("fc1", 256).Rectify().Drop(form.Dropout)
                .Linear("fc2", 256).Rectify().Drop(form.Dropout)
                .Linear("fc3", classes);
        });
}
