using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Initialisers;

/// <summary>Glorot's normal weights: golden values from another implementation of Philox and Box–Muller, and moments.</summary>
public sealed class GlorotNormalTests
{
    [Fact]
    public void Draw_SmallNetwork_IsTheGoldenOne()
    {
        uint[] golden =
        [
            0xBFA3C815, 0x3EE3911B, 0xBD52EB9C, 0x3EB92E88, 0xBEFF184F, 0x3F1EDFFC, 0xBDC6EE61, 0x3F860372, 0xBEB8857C, 0xBF9C4259, 0xBDE82A84, 0x3B8877F3,
            0, 0, 0, 0,
            0xBF9DC1C7, 0x3F85C5A2, 0xBE9BEF63, 0xBED2F9EC, 0x3F123643, 0xBF39EC02, 0xBF818570, 0x3EECB484,
            0, 0,
        ];

        Assert.Equal(golden, FloatBits.Of(new GlorotNormal().Draw(MultilayerPerceptron.Of(3, 4, 2), seed: 11)));
    }

    [Fact]
    public void Draw_LargeNetwork_HasGlorotsMomentsAndZeroBiases()
    {
        var network = MultilayerPerceptron.Of(784, 300, 100);
        var parameters = new GlorotNormal().Draw(network, seed: 1);

        foreach (var tensor in network.Parameters())
        {
            var values = parameters[tensor.Offset..tensor.End];
            if (!tensor.IsPrunable)
            {
                Assert.All(FloatBits.Of(values), static bits => Assert.Equal(0u, bits));
                continue;
            }

            var deviation = Math.Sqrt(2.0 / (tensor.Shape.Rows + tensor.Shape.Columns));
            var mean = values.Average(static x => (double)x);
            var variance = values.Average(static x => (double)x * x);

            // Four standard errors of each.
            Assert.InRange(mean / deviation, -4 / Math.Sqrt(values.Length), 4 / Math.Sqrt(values.Length));
            Assert.InRange(variance / (deviation * deviation), 1 - (4 * Math.Sqrt(2.0 / values.Length)), 1 + (4 * Math.Sqrt(2.0 / values.Length)));
            Assert.InRange(values.Count(x => Math.Abs(x) > 2 * deviation) / (double)values.Length, 0.043, 0.048);
        }
    }

    [Fact]
    public void Draw_AnotherSeedOrLayer_DrawsOtherWeights()
    {
        var network = MultilayerPerceptron.Of(8, 8, 8);
        var (one, other) = (new GlorotNormal().Draw(network, seed: 1), new GlorotNormal().Draw(network, seed: 2));

        Assert.NotEqual(one, other);
        Assert.NotEqual(one[..64], one[72..136]);
    }
}
