using Ledger.Training.Networks;
using Ledger.Training.Networks.Layers;

namespace Ledger.Training.Tests.Networks;

/// <summary>The published networks: counts of weights and of all trained parameters, names, and images that do not fit.</summary>
public sealed class NetworkFamilyTests
{
    // Weights: METHODS of the field (ERK vectors) and products of the papers' tables; parameters: public implementations, their convolution biases taken away where a normalisation follows.
    [Theory]
    [InlineData("conv-2", 4_300_992, 4_301_642)]
    [InlineData("conv-2-dropout", 4_300_992, 4_301_642)]
    [InlineData("conv-4", 2_425_024, 2_425_930)]
    [InlineData("conv-6", 2_261_184, 2_262_602)]
    [InlineData("lenet-5", 61_770, 62_006)]
    [InlineData("resnet-20", 270_896, 272_474)]
    [InlineData("resnet-20-a", 268_336, 269_722)]
    [InlineData("resnet-32-a", 461_872, 464_154)]
    [InlineData("resnet-44-a", 655_408, 658_586)]
    [InlineData("resnet-56-a", 848_944, 853_018)]
    [InlineData("resnet-110-a", 1_719_856, 1_727_962)]
    [InlineData("resnet-18", 11_164_352, 11_173_962)]
    [InlineData("resnet-50", 23_467_712, 23_520_842)]
    [InlineData("wideresnet-22-2", 1_076_912, 1_079_642)]
    [InlineData("wideresnet-28-2", 1_463_984, 1_467_610)]
    [InlineData("vgg-11-bn", 9_222_848, 9_228_362)]
    [InlineData("vgg-13-bn", 9_407_168, 9_413_066)]
    [InlineData("vgg-16-bn", 14_715_584, 14_724_042)]
    [InlineData("vgg-19-bn", 20_024_000, 20_035_018)]
    public void Find_PublishedNetwork_HasItsCounts(string name, int weights, int parameters)
    {
        var network = NetworkCatalogue.Find(name)!;

        Assert.Equal((weights, parameters), (network.Weights().Sum(static weight => weight.Size), network.ParameterCount));
    }

    [Theory]
    [InlineData("resnet-56-bottleneck", 83)]
    [InlineData("resnet-110-bottleneck", 164)]
    [InlineData("resnet-56", 56)]
    [InlineData("resnet-50", 50)]
    [InlineData("resnet-18", 18)]
    [InlineData("wideresnet-28-2", 26)]
    [InlineData("vgg-16-bn", 14)]
    public void Find_Depth_IsThatOfItsLayers(string name, int depth) =>
        Assert.Equal(depth, NetworkCatalogue.Find(name)!.Weights().Count(static weight => !weight.Name.Contains("shortcut", StringComparison.Ordinal)));

    [Fact]
    public void Find_EveryFamilyName_TakesSmallImagesPaddedAndAnyClasses()
    {
        foreach (var name in NetworkCatalogue.Names.Where(NetworkCatalogue.TakesImages))
        {
            var pad = NetworkCatalogue.PaddingOf(name, 28, 28);
            var network = NetworkCatalogue.Find(name, new Features(28 + (2 * pad), 28 + (2 * pad), 1), 7)!;

            Assert.Equal((2, 1024, 7), (pad, network.Inputs, network.Outputs));
        }
    }

    [Theory]
    [InlineData("lenet-300-100", 28, 0)]
    [InlineData("mlp:784-10", 28, 0)]
    [InlineData("resnet-20", 32, 0)]
    [InlineData("resnet-20", 28, 2)]
    public void PaddingOf_Images_IsGivenWhereNetworksTakeThem(string name, int side, int pad) => Assert.Equal(pad, NetworkCatalogue.PaddingOf(name, side, side));

    [Fact]
    public void Weights_ResNet20_AreNamedByStageAndBlock()
    {
        var names = NetworkCatalogue.Find("resnet-20")!.Weights().Select(static weight => weight.Name).ToList();

        Assert.Equal(["conv1.weight", "block1.0.conv1.weight", "block1.0.conv2.weight"], names.Take(3));
        Assert.Equal(["block2.0.shortcut.conv.weight", "block3.0.shortcut.conv.weight"], names.Where(static name => name.Contains("shortcut", StringComparison.Ordinal)));
        Assert.Equal("fc.weight", names[^1]);
    }

    [Fact]
    public void Layers_BeforeANormalisation_HaveNoBias()
    {
        foreach (var name in NetworkCatalogue.Names.Where(NetworkCatalogue.TakesImages))
        {
            var parameters = NetworkCatalogue.Find(name)!.Parameters().Select(static tensor => tensor.Name).ToHashSet(StringComparer.Ordinal);
            var isNormalised = parameters.Any(static parameter => parameter.Contains("bn", StringComparison.Ordinal));

            Assert.Equal(!isNormalised, parameters.Contains("conv1.bias"));
        }
    }

    [Theory]
    [InlineData("vgg-11-bn", 28, 1, "max_pool 2 × 2 is reached by 7 × 7 × 256, wanted rows and columns divisible by 2")]
    [InlineData("conv-4", 30, 3, "max_pool 2 × 2 is reached by 15 × 15 × 128, wanted rows and columns divisible by 2")]
    [InlineData("lenet-5", 4, 1, "conv1 is reached by 4 × 4 × 1, wanted 1 channels and a map of at least 5 × 5")]
    public void Find_ImageThatDoesNotFit_NamesTheLayer(string name, int side, int channels, string message) =>
        Assert.Equal(message, Assert.Throws<NetworkException>(() => NetworkCatalogue.Find(name, new Features(side, side, channels), 10)).Message);

    [Fact]
    public void Find_WideResNet_NormalisesBeforeTheShortcutOnlyWhereItChangesExtents()
    {
        var blocks = NetworkCatalogue.Find("wideresnet-22-2")!.Layers.OfType<ResidualLayer>().ToList();

        Assert.Equal(9, blocks.Count);
        Assert.All(blocks, static block => Assert.Equal(block.Shortcut.Count == 0, block.Main[0] is BatchNormLayer));
    }
}
