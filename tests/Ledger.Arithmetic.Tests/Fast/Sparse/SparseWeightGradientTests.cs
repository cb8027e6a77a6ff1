using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>The sparse weight gradient equals the reference on survivors, and leaves the rest alone.</summary>
public sealed class SparseWeightGradientTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Run_HardValues_EqualsReferenceOnSurvivors(int threads)
    {
        Assert.SkipUnless(SparseWeightGradient.IsSupported, "needs AVX-512");
        using var team = new ThreadTeam(threads);
        foreach (var layer in SparseCase.All())
        {
            var (expected, found) = (new float[layer.Weights.Length], new float[layer.Weights.Length]);
            found.AsSpan().Fill(-3f);
            SampleSums.Weights(layer.Shape, layer.X.Elements(), layer.Dy.Elements(), layer.Mask, expected);
            new SparseWeightGradient(layer.Shape, layer.Mask, team).Run(layer.X.Elements(), layer.Dy.Elements(), found);
            for (var n = 0; n < expected.Length; n++)
            {
                expected[n] = layer.Mask.Keeps(n) ? expected[n] : -3f;
            }

            Assert.True(Bits.Of(expected).SequenceEqual(Bits.Of(found)), layer.ToString());
        }
    }
}
