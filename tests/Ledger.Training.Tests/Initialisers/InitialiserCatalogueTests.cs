using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Initialisers;

/// <summary>Every initialiser by its name: golden values from another implementation of docs/arithmetic.md, variances, and biases of +0.</summary>
public sealed class InitialiserCatalogueTests
{
    /// <summary>A scheme, and the variance of a tensor's weights.</summary>
    public static TheoryData<string, Func<ParameterTensor, double>> Variances => new()
    {
        { "glorot_normal/1", static weight => 2.0 / (weight.Shape.Rows + weight.Shape.Columns) },
        { "glorot_uniform/1", static weight => 2.0 / (weight.Shape.Rows + weight.Shape.Columns) },
        { "kaiming_normal/1", static weight => 2.0 / weight.Shape.Rows },
        { "kaiming_uniform/1", static weight => 2.0 / weight.Shape.Rows },
    };

    [Theory]
    [InlineData("glorot_uniform/1", 0xBF59E58Fu, 0xBDC9C734u, 0xBC314D7Au, 0xBF75CF20u, 0xBE0BB0B9u)]
    [InlineData("kaiming_uniform/1", 0xBFA66BDFu, 0xBE1A1C50u, 0xBC876AC9u, 0xBF9686D6u, 0xBE2B15C3u)]
    public void Draw_Uniform_HasTheGoldenBits(string name, params uint[] golden)
    {
        var bits = FloatBits.Of(Draw(name, MultilayerPerceptron.Of(3, 4, 2), seed: 11));

        Assert.Equal(golden, new[] { 0, 1, 11, 16, 23 }.Select(i => bits[i]));
    }

    // The same normal numbers, of twice the variance where a tensor has as many outputs as inputs.
    [Fact]
    public void Draw_KaimingNormalOfASquare_IsGlorotsTimesRootTwo()
    {
        var network = MultilayerPerceptron.Of(8, 8);
        var (glorot, kaiming) = (Draw("glorot_normal/1", network, seed: 3), Draw("kaiming_normal/1", network, seed: 3));

        Assert.All(glorot.Zip(kaiming), static pair => Assert.Equal(pair.First * Math.Sqrt(2), pair.Second, 1e-6));
        Assert.NotEqual(glorot, kaiming);
    }

    [Theory]
    [MemberData(nameof(Variances))]
    public void Draw_LargeNetwork_HasItsVarianceAndZeroBiases(string name, Func<ParameterTensor, double> variance)
    {
        var network = MultilayerPerceptron.Of(784, 300, 100);
        var parameters = Draw(name, network, seed: 1);

        foreach (var tensor in network.Parameters())
        {
            var values = parameters[tensor.Offset..tensor.End];
            if (!tensor.IsPrunable)
            {
                Assert.All(FloatBits.Of(values), static bits => Assert.Equal(0u, bits));
                continue;
            }

            // Four standard errors of a normal's variance, which is the widest.
            Assert.InRange(values.Average(static x => (double)x * x) / variance(tensor), 1 - (4 * Math.Sqrt(2.0 / values.Length)), 1 + (4 * Math.Sqrt(2.0 / values.Length)));
        }
    }

    private static float[] Draw(string name, NetworkDescription network, ulong seed) => InitialiserCatalogue.Find(name)!.Draw(network, seed);
}
