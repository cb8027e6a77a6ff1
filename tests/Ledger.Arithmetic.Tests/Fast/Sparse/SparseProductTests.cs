using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Sparse;
using Ledger.Arithmetic.Reference;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>Sparse products equal the reference that skips, bit for bit: over lane kinds, threads, densities and batches.</summary>
public sealed class SparseProductTests
{
    public static TheoryData<string, int> Lanes() => SparseCase.Lanes();

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Forward_HardValues_EqualsReference(string kind, int threads) =>
        ((ILaneCheck)new Forward(threads)).RunOn(kind);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Backward_HardValues_EqualsReference(string kind, int threads) =>
        ((ILaneCheck)new Backward(threads)).RunOn(kind);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Forward_FewerSamplesThanTheCapacityAfterMore_EqualsReference(string kind, int threads) =>
        ((ILaneCheck)new Shrinking(threads)).RunOn(kind);

    [Theory]
    [MemberData(nameof(Lanes))]
    public void Forward_InfinityAgainstMaskedWeight_IsSkipped(string kind, int threads) =>
        ((ILaneCheck)new Infinite(threads)).RunOn(kind);

    private sealed class Forward(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var layer in SparseCase.All())
            {
                var (expected, found) = (new float[layer.Shape.Samples * layer.Shape.Outputs], new float[layer.Shape.Samples * layer.Shape.Outputs]);
                found.AsSpan().Fill(float.NaN);
                Products.Forward(layer.Shape, layer.X.Elements(), layer.Weights, layer.Mask, expected);
                SparseProduct<T>.Forward(layer.Shape, layer.Mask, team).Run(layer.X.Elements(), layer.Weights, found);
                Assert.True(Bits.Of(expected).SequenceEqual(Bits.Of(found)), layer.ToString());
            }
        }
    }

    private sealed class Backward(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var layer in SparseCase.All())
            {
                var (expected, found) = (new float[layer.Shape.Samples * layer.Shape.Inputs], new float[layer.Shape.Samples * layer.Shape.Inputs]);
                found.AsSpan().Fill(float.NaN);
                Products.Backward(layer.Shape, layer.Dy.Elements(), layer.Weights, layer.Mask, expected);
                SparseProduct<T>.Backward(layer.Shape, layer.Mask, team).Run(layer.Dy.Elements(), layer.Weights, found);
                Assert.True(Bits.Of(expected).SequenceEqual(Bits.Of(found)), layer.ToString());
            }
        }
    }

    private sealed class Shrinking(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            foreach (var layer in SparseCase.All())
            {
                var product = SparseProduct<T>.Forward(layer.Shape, layer.Mask, team);
                for (var samples = layer.Shape.Samples; samples > 0; samples = samples * 2 / 3)
                {
                    var shape = layer.Shape with { Samples = samples };
                    var (expected, found) = (new float[samples * shape.Outputs], new float[samples * shape.Outputs]);
                    var x = layer.X.Elements()[..(samples * shape.Inputs)];
                    Products.Forward(shape, x, layer.Weights, layer.Mask, expected);
                    product.Run(x, layer.Weights, found);
                    Assert.True(Bits.Of(expected).SequenceEqual(Bits.Of(found)), $"{samples} samples of {layer}");
                }
            }
        }
    }

    private sealed class Infinite(int threads) : ILaneCheck
    {
        public void Run<T>()
            where T : struct, ILanes<T>
        {
            using var team = new ThreadTeam(threads);
            var y = new float[4];
            var product = SparseProduct<T>.Forward(new LinearShape(2, 2, 2), new MaskBits([0b1110], 0), team);
            product.Run([float.PositiveInfinity, 2f, 3f, 4f], [0f, 1f, 5f, 7f], y);
            Assert.Equal([10f, float.PositiveInfinity, 20f, 31f], y);
        }
    }
}
