namespace Ledger.Training.Networks.Families;

/// <summary>
/// LeNet-5 (LeCun et al. 1998, figure 2) as it is used today (Evci et al. 2022): 6 and 16 kernels of 5 × 5 without padding, each with ReLU and
/// a maximum pool, then 120, 84 and the classes. Made for 32 × 32.
/// </summary>
internal static class LeNet5
{
    /// <summary>The one member.</summary>
    public static NetworkFamily Family { get; } = NetworkFamily.Of<int[]>([("lenet-5", [6, 16])], static (network, widths, classes) =>
    {
        for (var i = 0; i < widths.Length; i++)
        {
            network.Convolve($"conv{i + 1}", widths[i], kernel: 5, padding: 0, hasBias: true).Rectify().MaxPool();
        }

        network.Flatten()
            .Linear("fc1", 120).Rectify()
            .Linear("fc2", 84).Rectify()
            .Linear("fc3", classes);
    });
}
