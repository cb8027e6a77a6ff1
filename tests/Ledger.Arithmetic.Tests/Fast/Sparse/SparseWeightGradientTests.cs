using Ledger.Arithmetic.Devices;
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

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    public void Run_ProductsThatUnderflowBelowZero_LeavesPositiveZeros(int samples)
    {
        Assert.SkipUnless(SparseWeightGradient.IsSupported, "needs AVX-512");
        using var team = new ThreadTeam(1);
        var (x, dy) = (SparseCase.Put([.. Enumerable.Repeat(1e-30f, samples * 9)]), SparseCase.Put([.. Enumerable.Repeat(-1e-30f, samples * 7)]));
        var dw = new float[9 * 7];
        dw.AsSpan().Fill(-3f);
        new SparseWeightGradient(new LinearShape(samples, 9, 7), default, team).Run(x.Elements(), dy.Elements(), dw);
        Assert.All(Bits.Of(dw), bits => Assert.Equal(0u, bits));
    }
}
