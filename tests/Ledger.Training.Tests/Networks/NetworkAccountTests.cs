using Ledger.Training.Networks;

namespace Ledger.Training.Tests.Networks;

/// <summary>Parameters, FLOPs and sizes: published ratios at published densities, and the papers' counter on networks small enough to count by hand.</summary>
public sealed class NetworkAccountTests
{
    private const double RoundingOfRatios = 0.0006;

    // Densities of the layers by Erdős–Rényi kernels as published to four digits; of ResNet-20 and WideResNet-22-2 they are solved here.
    [Fact]
    public void Of_Conv4AtNinetyPercent_HasThePublishedRatio()
    {
        var network = NetworkCatalogue.Find("conv-4")!;
        var kept = network.Weights().Zip([1, .0906, .0670, .0443, .1004, .1948, 1]).ToDictionary(static pair => pair.First.Name, static pair => (int)(pair.First.Size * pair.Second));

        Assert.Equal(.0850, NetworkAccount.Of(network, kept).FlopRatio, RoundingOfRatios);
    }

    [Theory]
    [InlineData("resnet-20", 0.9, true, .1773)]
    [InlineData("resnet-20", 0.9, false, .1098)]
    [InlineData("wideresnet-22-2", 0.5, true, .728)]
    [InlineData("wideresnet-22-2", 0.8, true, .352)]
    [InlineData("wideresnet-22-2", 0.9, true, .174)]
    [InlineData("wideresnet-22-2", 0.95, true, .088)]
    [InlineData("wideresnet-22-2", 0.5, false, .501)]
    [InlineData("wideresnet-22-2", 0.8, false, .202)]
    [InlineData("wideresnet-22-2", 0.9, false, .103)]
    [InlineData("wideresnet-22-2", 0.95, false, .053)]
    public void Of_PublishedSparsity_HasThePublishedRatio(string name, double sparsity, bool isByKernels, double ratio)
    {
        var network = NetworkCatalogue.Find(name)!;
        var densities = isByKernels ? KernelDensities(network, sparsity) : network.Weights().Select((_, i) => i == 0 ? 1 : 1 - sparsity).ToArray();
        var kept = network.Weights().Zip(densities).ToDictionary(static pair => pair.First.Name, static pair => pair.First.Size - (int)Math.Floor((1 - pair.Second) * pair.First.Size));

        Assert.Equal(ratio, NetworkAccount.Of(network, kept).FlopRatio, RoundingOfRatios);
    }

    [Fact]
    public void Of_SmallPerceptron_IsCountedByHand()
    {
        var network = MultilayerPerceptron.Of(4, 3, 2);

        // Dense: 12 + 6 products, 3 elements rectified; 9 + 4 sums and 5 biases; 23 parameters.
        Assert.Equal(new NetworkAccount(23, 23, 36, 36, 21, 18, 736, 736), NetworkAccount.Of(network));

        // 6 and 3 weights kept: 9 products; 3 + 1 sums and 5 biases; 9 weights and 5 biases, and a bit for each of 18 weights.
        Assert.Equal(new NetworkAccount(23, 14, 36, 18, 12, 9, 736, 466), NetworkAccount.Of(network, new Dictionary<string, int> { ["fc1.weight"] = 6, ["fc2.weight"] = 3 }));
    }

    [Fact]
    public void Of_FewerWeightsThanOutputs_AddsNothingForThem()
    {
        var account = NetworkAccount.Of(MultilayerPerceptron.Of(4, 3), new Dictionary<string, int> { ["fc1.weight"] = 1 });

        Assert.Equal((1, 3), (account.Multiplications, account.Additions));
    }

    [Fact]
    public void Of_Convolution_CountsEveryPosition()
    {
        var input = new Features(4, 4, 2);
        var network = new NetworkDescription(input, new LayerStack(input).Convolve("conv", 3, stride: 2, hasBias: true).Rectify().GlobalAveragePool().Layers);

        // 54 weights at 2 × 2 positions, 12 outputs with a bias and a ReLU each.
        Assert.Equal((432L, 216L + 12, 216L - 12 + 12), NetworkAccount.Of(network) is var account ? (account.Flops, account.Multiplications, account.Additions) : default);
    }

    /// <summary>ε(nᵢ + nₒ + kₕ + kᵥ)/(nᵢ·nₒ·kₕ·kᵥ), linear layers without the kernel; the densest layers are kept whole until ε fits (Evci et al. 2020).</summary>
    private static double[] KernelDensities(NetworkDescription network, double sparsity)
    {
        var weights = network.Weights().ToArray();
        var raw = weights.Select(static weight => (double)weight.Shape.Extents().Sum() / weight.Size).ToArray();
        var whole = new HashSet<int>();
        while (true)
        {
            double wanted = 0, share = 0;
            for (var i = 0; i < weights.Length; i++)
            {
                var zeros = Math.Floor(sparsity * weights[i].Size);
                wanted += whole.Contains(i) ? -zeros : weights[i].Size - zeros;
                share += whole.Contains(i) ? 0 : raw[i] * weights[i].Size;
            }

            var epsilon = wanted / share;
            var largest = Enumerable.Range(0, weights.Length).Where(i => !whole.Contains(i)).Max(i => raw[i]);
            if (epsilon * largest <= 1)
            {
                return [.. raw.Select((value, i) => whole.Contains(i) ? 1 : epsilon * value)];
            }

            whole.UnionWith(Enumerable.Range(0, weights.Length).Where(i => raw[i] == largest));
        }
    }
}
