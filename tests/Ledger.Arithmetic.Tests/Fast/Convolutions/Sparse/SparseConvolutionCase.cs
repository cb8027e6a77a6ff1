using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Convolutions.Sparse;

/// <summary>A masked convolution of hard values; an input and an output channel lose all their weights, masked weights are never zero.</summary>
internal sealed class SparseConvolutionCase
{
    private static readonly double[] Densities = [0, 0.02, 0.05, 0.3, 1];

    // Samples, rows, columns, inputs, outputs, kernel, stride, padding.
    private static readonly ConvolutionShape[] Shapes =
    [
        new(1, 1, 1, 1, 1, 1, 1, 0), new(15, 3, 4, 2, 5, 3, 1, 1), new(16, 5, 7, 3, 4, 3, 1, 1), new(17, 4, 9, 5, 6, 3, 2, 1), new(33, 3, 3, 9, 7, 3, 1, 1),
        new(70, 2, 3, 4, 9, 3, 1, 1), new(70, 4, 4, 3, 5, 3, 2, 1), new(16, 4, 32, 8, 8, 3, 1, 1), new(17, 3, 31, 3, 5, 3, 1, 1), new(33, 3, 5, 4, 4, 1, 2, 0),
        new(16, 6, 6, 2, 3, 2, 2, 0), new(16, 7, 6, 3, 2, 5, 3, 2), new(15, 3, 2, 2, 3, 1, 1, 3), new(16, 3, 5, 2, 2, 1, 3, 2), new(17, 3, 4, 2, 3, 7, 1, 3),
        new(5, 9, 5, 2, 3, 2, 3, 1), new(16, 2, 2, 17, 33, 3, 1, 1), new(2, 1, 1, 2, 2, 3, 2, 1),
    ];

    private readonly byte[] _bits;

    public SparseConvolutionCase(ConvolutionShape shape, double density)
    {
        Assert.True(shape.IsValid, shape.ToString());
        (Shape, Density) = (shape, density);
        var stream = new PhiloxStream(81, Purpose.Synthetic, 3, 0);
        _bits = new byte[(shape.WeightSize + 7) / 8 + 1];
        for (var n = 0; n < shape.WeightSize; n++)
        {
            var (i, o) = (n / shape.Outputs % shape.Inputs, n % shape.Outputs);
            var isEmpty = density < 1 && (i == 1 || o == 1);
            _bits[(n + 3) / 8] |= (byte)(!isEmpty && stream.Word((uint)n) < density * 4294967296.0 ? 1 << (n + 3) % 8 : 0);
        }

        X = HardValues.Draw(82, shape.InputSize);
        Dy = HardValues.Draw(83, shape.OutputSize);
        W = [.. HardValues.Draw(84, shape.WeightSize).Select((value, n) => Mask.Keeps(n) ? value : 2f)];
    }

    public ConvolutionShape Shape { get; }

    public double Density { get; }

    public MaskBits Mask => new(_bits, 3);

    public float[] X { get; }

    public float[] Dy { get; }

    public float[] W { get; }

    public static IEnumerable<SparseConvolutionCase> All() =>
        from shape in Shapes.Concat(ConvolutionShapes.Draw(seed: 85, count: 25, work: 60_000)) from density in Densities select new SparseConvolutionCase(shape, density);

    public override string ToString() => $"{Shape}, density {Density}";
}
