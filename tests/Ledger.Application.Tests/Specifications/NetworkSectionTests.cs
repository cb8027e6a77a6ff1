using Ledger.Application.Networks;
using Ledger.Application.Specifications;
using Ledger.Events.Specification;
using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Specifications;

/// <summary>Networks by name and by layers: what they become on their data, what is exempt, and what is refused.</summary>
public sealed class NetworkSectionTests
{
    private const string Listed = """
        layers:
          - convolution 4
          - batch_norm
          - relu
          - {kind: residual, main: [convolution 4, batch_norm], shortcut: [{kind: convolution, outputs: 4, kernel: 1}]}
          - max_pool
          - flatten
          - linear 6
          - dropout 0.5
          - {kind: linear, name: last, outputs: 4, bias: false}
        """;

    [Theory]
    [InlineData("conv-2", 32)]
    [InlineData("resnet-20", 32)]
    [InlineData("lenet-5", 32)]
    public void Parse_ImageNetworkOnSmallImages_PadsThemAndSaysSo(string name, int side)
    {
        var specification = ExampleFile.Load(ExampleFile.With(ExampleFile.Fashion, "lenet-300-100", name)).Specification;

        Assert.Equal(2, specification.Training.Images!.Pad);
        Assert.Equal(new Features(side, side, 1), SpecifiedNetwork.Of(specification).Input);
        Assert.Equal((28, 28, 1, 2), SpecifiedNetwork.Images(specification) is { } images ? (images.Rows, images.Columns, images.Channels, images.Pad) : default);
    }

    [Fact]
    public void Parse_Perceptron_LeavesTheRecordAsItWas()
    {
        var specification = ExampleFile.Load(ExampleFile.Fashion).Specification;

        Assert.Equal((null, null, null), (specification.Training.Images, specification.Layers, specification.Method.Exempt));
        Assert.Null(SpecifiedNetwork.Images(specification));
    }

    [Fact]
    public void Parse_ListedLayers_HaveNamesAndInputs()
    {
        var experiment = ExampleFile.Load(With(Listed));
        var network = SpecifiedNetwork.Of(experiment.Specification);

        Assert.Equal(ExperimentSpecification.Listed, experiment.Specification.Network);
        Assert.Equal(
            [
                "conv1.weight [3, 3, 2, 4]", "bn1.weight [4]", "bn1.bias [4]", "block1.conv1.weight [3, 3, 4, 4]", "block1.bn1.weight [4]", "block1.bn1.bias [4]",
                "block1.shortcut.conv1.weight [1, 1, 4, 4]", "block1.shortcut.conv1.bias [4]", "fc1.weight [4, 6]", "fc1.bias [6]", "last.weight [6, 4]",
            ],
            network.Parameters().Select(static tensor => $"{tensor.Name} {tensor.Shape}"));
    }

    [Theory]
    [InlineData("{kind: residual, main: [convolution 4, batch_norm], shortcut: [{kind: convolution, outputs: 4, kernel: 1}]}", "{kind: residual, main: []}", "x.yaml:17 layers[3].main: is empty: list at least one layer")]
    [InlineData("- batch_norm\n", "- batch_norm 3\n", "x.yaml:15 layers[1]: 'batch_norm 3' is not a layer: write relu, flatten, batch_norm, global_average_pool, max_pool 2, average_pool 2, dropout 0.5, linear 256 or convolution 64, or a section with its kind")]
    [InlineData("- relu\n", "- {kind: relu, size: 2}\n", "x.yaml:16 layers[2].size: is nothing that relu has: remove it")]
    [InlineData("- linear 6\n", "- {kind: linear}\n", "x.yaml:20 layers[6].outputs: is missing: linear needs it; add 'outputs:' with a whole number of at most 2147483647, without leading zeros")]
    [InlineData("dropout 0.5", "dropout 1", "x.yaml:21 layers[7].rate: 1 is not between 0 and 1 (1 itself excluded)")]
    [InlineData("name: last, outputs: 4", "name: last, outputs: 5", "x.yaml:13 layers: tell 5 classes apart, but synthetic has 4: end with as many outputs")]
    [InlineData("- max_pool\n", "- max_pool 3\n", "x.yaml:13 layers: do not fit together: max_pool 3 × 3 is reached by 2 × 2 × 4, wanted rows and columns divisible by 3")]
    [InlineData("name: last", "name: fc1", "x.yaml:13 layers: do not fit together: fc1.weight stands twice; give every layer a name of its own")]
    [InlineData("layers:", "network: mlp:8-4\nlayers:", "x.yaml:14 layers: says again what 'network: mlp:8-4' says: keep one of them")]
    public void Parse_SpoiltLayers_NamesThem(string old, string replacement, string finding)
    {
        var findings = ExampleFile.Parse(With(ExampleFile.With(Listed, old, replacement))).Findings.Select(static found => found.ToString()).ToList();

        Assert.Equal([finding], findings);
    }

    [Fact]
    public void Parse_Experiment_WithoutANetwork_SaysBothWays() => Assert.Equal(
        ["x.yaml:1 network: is missing: add 'network:' with a text, or 'layers:'"],
        ExampleFile.Parse(With("")).Findings.Select(static finding => finding.ToString()));

    [Theory]
    [InlineData("vgg-12-bn", "did you mean 'vgg-11-bn'? ")]
    [InlineData("mlp:784-0-10", "")]
    public void Parse_UnknownNetwork_ListsTheKnown(string name, string suggestion) => Assert.Equal(
        [$"x.yaml:8 network: '{name}' is not a known network; {suggestion}known: {string.Join(", ", NetworkCatalogue.Names)}"],
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Fashion, "lenet-300-100", name)).Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Parse_ImageNetworkOnFeatures_IsRefused() => Assert.Equal(
        ["x.yaml:13 network: 'resnet-20' takes images, but the samples of synthetic are plain features: say what an image is, or give a perceptron"],
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Synthetic, "mlp:8-6-4", "resnet-20")).Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Parse_ImageTooSmall_NamesTheLayer() => Assert.Equal(
        ["x.yaml:13 network: 'vgg-11-bn' max_pool 2 × 2 is reached by 128 features, wanted rows and columns divisible by 2"],
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Images, "mlp:8-6-4", "vgg-11-bn")).Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Parse_Exempt_IsExpandedInNetworkOrder()
    {
        var text = ExampleFile.With(ExampleFile.With(ExampleFile.Fashion, "lenet-300-100", "resnet-20"), "count: exact-floor", "count: exact-floor\n    exempt: [fc, \"*.shortcut.*\", conv1.weight]");

        Assert.Equal(
            ["conv1.weight", "block2.0.shortcut.conv.weight", "block3.0.shortcut.conv.weight", "fc.weight"],
            ExampleFile.Load(text).Specification.Method.Exempt!);
    }

    [Theory]
    [InlineData("[conv1]", "x.yaml:29 method.prune.exempt[0]: 'conv1' is no weight of the network; known: fc1.weight, fc2.weight, fc3.weight")]
    [InlineData("[fc1, fc2, fc3]", "x.yaml:21 method.rounds: round 1 would prune nothing: give a larger fraction")]
    public void Parse_ExemptThatCannotBe_IsRefused(string exempt, string finding) => Assert.Equal(
        [finding],
        ExampleFile.Parse(ExampleFile.With(ExampleFile.Fashion, "count: exact-floor", $"count: exact-floor\n    exempt: {exempt}")).Findings.Select(static found => found.ToString()));

    [Fact]
    public void Write_ListedLayers_ReadBackAsTheSame()
    {
        var experiment = ExampleFile.Load(With(Listed));

        var read = ExampleFile.Load(SpecificationWriter.Write(experiment));

        Assert.Equal(RunIdentity.Experiment(experiment.Specification), RunIdentity.Experiment(read.Specification));
    }

    [Fact]
    public void Parse_NamesWrittenOut_AreTheSameExperiment() => Assert.Equal(
        ExampleFile.DigestOf(With(Listed)),
        ExampleFile.DigestOf(With(ExampleFile.With(Listed, "- convolution 4\n", "- {kind: convolution, outputs: 4, name: conv1, kernel: 3, stride: 1, padding: 1, bias: false}\n"))));

    private static string With(string layers) => ExampleFile.With(ExampleFile.Images, "network: mlp:8-6-4", layers);
}
