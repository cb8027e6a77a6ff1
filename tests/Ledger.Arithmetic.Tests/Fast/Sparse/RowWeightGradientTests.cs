using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>The sparse weight gradient of any lanes equals the reference on survivors, and leaves the rest alone.</summary>
public sealed class RowWeightGradientTests
{
    public static TheoryData<string, int> Lanes() => SparseCase.Lanes();

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Run_HardValues_EqualsReferenceOnSurvivors(string kind, int threads) =>
        ((ILaneCheck)new Survivors(threads)).RunOn(kind);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Run_ProductsThatUnderflowBelowZero_LeavesPositiveZeros(string kind, int threads) =>
        ((ILaneCheck)new Underflows(threads)).RunOn(kind);

    private sealed class Survivors(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var layer in SparseCase.All())
            {
                var (expected, found) = (new float[layer.Weights.Length], new float[layer.Weights.Length]);
                found.AsSpan().Fill(-3f);
                SampleSums.Weights(layer.Shape, layer.X.Elements(), layer.Dy.Elements(), layer.Mask, expected);
                new RowWeightGradient<T>(layer.Shape, layer.Mask, team).Run(layer.X.Elements(), layer.Dy.Elements(), found);
                for (var n = 0; n < expected.Length; n++)
                {
                    expected[n] = layer.Mask.Keeps(n) ? expected[n] : -3f;
                }

                Assert.True(Bits.Of(expected).SequenceEqual(Bits.Of(found)), layer.ToString());
            }
        }
    }

    private sealed class Underflows(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var samples in new[] { 1, 33 })
            {
                var (x, dy) = (SparseCase.Put([.. Enumerable.Repeat(1e-30f, samples * 9)]), SparseCase.Put([.. Enumerable.Repeat(-1e-30f, samples * 7)]));
                var dw = new float[9 * 7];
                dw.AsSpan().Fill(-3f);
                new RowWeightGradient<T>(new LinearShape(samples, 9, 7), default, team).Run(x.Elements(), dy.Elements(), dw);
                Assert.All(Bits.Of(dw), bits => Assert.Equal(0u, bits));
            }
        }
    }
}
