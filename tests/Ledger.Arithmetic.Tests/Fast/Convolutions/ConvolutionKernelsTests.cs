using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Convolutions;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Plain = Ledger.Arithmetic.Reference.Convolutions;

namespace Ledger.Arithmetic.Tests.Fast.Convolutions;

/// <summary>Fast equals reference, bit for bit: kernels, strides, paddings, channels off every tile edge, maps from one position on, whole and partial blocks of samples.</summary>
public sealed class ConvolutionKernelsTests
{
    // Samples, rows, columns, inputs, outputs, kernel, stride, padding.
    private static readonly ConvolutionShape[] Shapes =
    [
        new(1, 1, 1, 1, 1, 1, 1, 0), new(2, 1, 1, 3, 2, 3, 1, 1), new(1, 2, 3, 2, 5, 1, 1, 3), new(2, 3, 2, 5, 3, 7, 1, 3),
        new(1, 17, 19, 1, 1, 3, 1, 1), new(1, 17, 19, 2, 3, 5, 2, 2), new(2, 9, 13, 3, 16, 3, 2, 1), new(1, 12, 32, 3, 17, 3, 1, 1),
        new(1, 7, 10, 16, 33, 3, 1, 1), new(1, 10, 9, 17, 64, 3, 2, 0), new(1, 5, 14, 33, 16, 1, 1, 0), new(2, 9, 9, 5, 16, 1, 2, 0),
        new(1, 11, 11, 2, 17, 7, 3, 3), new(1, 13, 9, 3, 5, 5, 3, 1), new(2, 10, 12, 2, 2, 2, 2, 0), new(1, 9, 11, 5, 3, 3, 3, 2),
        new(3, 4, 4, 17, 33, 3, 1, 1), new(5, 2, 2, 33, 17, 3, 1, 1), new(12, 8, 8, 3, 5, 3, 1, 1), new(13, 3, 5, 5, 16, 5, 1, 2),
        new(31, 4, 3, 2, 3, 3, 2, 1), new(32, 3, 5, 3, 2, 3, 1, 0), new(33, 3, 3, 1, 17, 3, 1, 1), new(65, 2, 2, 2, 5, 2, 2, 1), new(33, 9, 2, 2, 3, 3, 2, 1),
        new(65, 1, 10, 3, 3, 1, 2, 0), new(97, 1, 2, 2, 2, 2, 1, 1), new(2, 3, 3, 64, 64, 1, 1, 0), new(1, 2, 11, 3, 16, 7, 2, 3), new(4, 6, 7, 16, 3, 5, 2, 3),
    ];

    public static TheoryData<int, string> All() => Teams.All();

    [Theory]
    [MemberData(nameof(All))]
    public void Forward_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var (x, w, mask) = (HardValues.Draw(1, shape.InputSize), HardValues.Draw(2, shape.WeightSize), HardValues.DrawMask(3, shape.WeightSize, 3));
        var dense = Room.Fill(shape.OutputSize, y => kernels.Forward(shape, Room.Of(x), Room.Of(w), y));
        Assert.Equal(Room.Fill(shape.OutputSize, y => Plain.Forward(shape, x, w, default, y)), dense);
        Erase(w, mask);
        var masked = Room.Fill(shape.OutputSize, y => kernels.Forward(shape, Room.Of(x), Room.Of(w), y));
        Assert.Equal(Room.Fill(shape.OutputSize, y => Plain.Forward(shape, x, w, new MaskBits(mask, 0), y)), masked);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void InputGradient_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var (dy, w, mask) = (HardValues.Draw(4, shape.OutputSize), HardValues.Draw(5, shape.WeightSize), HardValues.DrawMask(6, shape.WeightSize, 5));
        var dense = Room.Fill(shape.InputSize, dx => kernels.InputGradient(shape, Room.Of(dy), Room.Of(w), dx));
        Assert.Equal(Room.Fill(shape.InputSize, dx => Plain.InputGradient(shape, dy, w, default, dx)), dense);
        Erase(w, mask);
        var masked = Room.Fill(shape.InputSize, dx => kernels.InputGradient(shape, Room.Of(dy), Room.Of(w), dx));
        Assert.Equal(Room.Fill(shape.InputSize, dx => Plain.InputGradient(shape, dy, w, new MaskBits(mask, 0), dx)), masked);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void WeightGradient_HardValues_EqualsReference(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var (x, dy) = (HardValues.Draw(7, shape.InputSize), HardValues.Draw(8, shape.OutputSize));
        var found = Room.Fill(shape.WeightSize, dw => kernels.WeightGradient(shape, Room.Of(x), Room.Of(dy), dw));
        Assert.Equal(Room.Fill(shape.WeightSize, dw => Plain.WeightGradient(shape, x, dy, default, dw)), found);
    });

    [Theory]
    [MemberData(nameof(All))]
    public void Both_InfinitiesAgainstMaskedWeights_EqualReferenceThatSkips(int threads, string kind) => Each(threads, kind, static (kernels, shape) =>
    {
        var (x, dy, w, mask) = (HardValues.Draw(9, shape.InputSize), HardValues.Draw(10, shape.OutputSize), HardValues.Draw(11, shape.WeightSize), HardValues.DrawMask(12, shape.WeightSize, 4));
        Erase(w, mask);
        (x[shape.InputSize / 2], dy[shape.OutputSize / 2]) = (float.PositiveInfinity, float.NegativeInfinity);
        Assert.Equal(
            Room.Fill(shape.OutputSize, y => Plain.Forward(shape, x, w, new MaskBits(mask, 0), y)),
            Room.Fill(shape.OutputSize, y => kernels.Forward(shape, Room.Of(x), Room.Of(w), new MaskBits(mask, 0), y)));
        Assert.Equal(
            Room.Fill(shape.InputSize, dx => Plain.InputGradient(shape, dy, w, new MaskBits(mask, 0), dx)),
            Room.Fill(shape.InputSize, dx => kernels.InputGradient(shape, Room.Of(dy), Room.Of(w), new MaskBits(mask, 0), dx)));
    });

    private static void Each(int threads, string kind, Action<ConvolutionKernels, ConvolutionShape> check)
    {
        using var team = new ThreadTeam(threads);
        var (kernels, small) = (ConvolutionKernels.For(Teams.Kind(kind), team), ConvolutionKernels.For(Teams.Kind(kind), team, cacheBytes: 4096));
        foreach (var shape in Shapes)
        {
            Assert.True(shape.IsValid, shape.ToString());
            check(kernels, shape);
        }

        foreach (var shape in ConvolutionShapes.Draw(seed: 13, count: 40, work: 60_000))
        {
            check(small, shape);
        }
    }

    private static void Erase(float[] w, byte[] mask)
    {
        for (var i = 0; i < w.Length; i++)
        {
            w[i] = HardValues.Keeps(mask, i) ? w[i] : 0f;
        }
    }
}
