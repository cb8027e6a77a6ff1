using Ledger.Training.Networks;

namespace Ledger.Training.Tests.Networks;

/// <summary>Parameters in global order, and names of networks.</summary>
public sealed class NetworkDescriptionTests
{
    [Fact]
    public void Parameters_LeNet_StandInGlobalOrder()
    {
        var network = NetworkCatalogue.Find("lenet-300-100")!;

        Assert.Equal(
            ["fc1.weight 0 [784, 300]", "fc1.bias 235200 [300]", "fc2.weight 235500 [300, 100]", "fc2.bias 265500 [100]", "fc3.weight 265600 [100, 10]", "fc3.bias 266600 [10]"],
            network.Parameters().Select(static tensor => $"{tensor.Name} {tensor.Offset} {tensor.Shape}"));
        Assert.Equal((784, 10, 266_610, 266_200), (network.Inputs, network.Outputs, network.ParameterCount, network.Weights().Sum(static weight => weight.Size)));
    }

    [Fact]
    public void New_MoreParametersThanAnIntegerCounts_IsRefused() => Assert.Equal(
        "has 4295032832 parameters: give one of at most 2147483647", Assert.Throws<NetworkException>(() => MultilayerPerceptron.Of(65536, 65536)).Message);

    [Theory]
    [InlineData("mlp:784-300-100-10", "784 300 100 10")]
    [InlineData("mlp:2-3", "2 3")]
    [InlineData("mlp:65536-1", "65536 1")]
    public void Find_GeneralForm_HasTheWidths(string name, string widths)
    {
        var network = NetworkCatalogue.Find(name)!;

        var layers = MultilayerPerceptron.LayersOf(network)!;

        Assert.Equal(widths, string.Join(' ', [network.Inputs, .. layers.Select(static layer => layer.Outputs)]));
        Assert.Equal(Enumerable.Range(1, layers.Count).Select(static i => $"fc{i}"), layers.Select(static layer => layer.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("LeNet-300-100")]
    [InlineData("mlp:")]
    [InlineData("mlp:784")]
    [InlineData("mlp:784-0-10")]
    [InlineData("mlp:784--10")]
    [InlineData("mlp:784-65537")]
    [InlineData("mlp:784- 10")]
    [InlineData("mlp:784-+10")]
    [InlineData("mlp:784-99999999999")]
    public void Find_UnknownName_IsNull(string name) => Assert.Null(NetworkCatalogue.Find(name));
}
