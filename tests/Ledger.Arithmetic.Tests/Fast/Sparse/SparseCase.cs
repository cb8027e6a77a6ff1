using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Random;
using Ledger.Arithmetic.Tensors;

namespace Ledger.Arithmetic.Tests.Fast.Sparse;

/// <summary>A masked layer of hard values; its first row and column and a row and column within lose all their weights.</summary>
internal sealed class SparseCase
{
    private static readonly double[] Densities = [0, 0.005, 0.014, 0.05, 0.1, 0.4, 1];

    private static readonly LinearShape[] Shapes =
    [
        new(1, 7, 5), new(31, 33, 65), new(32, 50, 31), new(33, 129, 17), new(60, 40, 100), new(97, 31, 33), new(128, 64, 10), new(225, 70, 45),
    ];

    private readonly byte[] _bits;

    private SparseCase(LinearShape shape, double density)
    {
        Shape = shape;
        var stream = new PhiloxStream(51, Purpose.Synthetic, 2, 0);
        _bits = new byte[(shape.Inputs * shape.Outputs + 7) / 8 + 8];
        for (var n = 0; n < shape.Inputs * shape.Outputs; n++)
        {
            var (i, o) = (n / shape.Outputs, n % shape.Outputs);
            var isEmpty = density < 1 && (i is 0 or 3 || o is 0 or 4);
            _bits[n / 8] |= (byte)(!isEmpty && stream.Word((uint)n) < density * 4294967296.0 ? 1 << n % 8 : 0);
        }

        X = Put(HardValues.Draw(52, shape.Samples * shape.Inputs));
        Dy = Put(HardValues.Draw(53, shape.Samples * shape.Outputs));
        Weights = HardValues.Draw(54, shape.Inputs * shape.Outputs);
        for (var n = 0; n < Weights.Length; n++)
        {
            Weights[n] = Mask.Keeps(n) ? Weights[n] : 0f;
        }
    }

    public LinearShape Shape { get; }

    public MaskBits Mask => new(_bits, 0);

    /// <summary>Device memory: kernels read past its end.</summary>
    public Tensor X { get; }

    public Tensor Dy { get; }

    public float[] Weights { get; }

    public static IEnumerable<SparseCase> All() =>
        from shape in Shapes from density in Densities select new SparseCase(shape, density);

    public static TheoryData<string, int> Lanes()
    {
        var data = new TheoryData<string, int>();
        foreach (var kind in LaneKinds.Supported())
        {
            data.Add(kind.ToString(), 1);
        }

        data.Add(LaneKinds.Fastest().ToString(), 2);
        data.Add(LaneKinds.Fastest().ToString(), 3);
        data.Add(nameof(LaneKind.Scalar), 2);
        return data;
    }

    /// <summary>Values in device memory.</summary>
    public static Tensor Put(float[] values)
    {
        var tensor = new Tensor(new HostMemory(values.Length, 0), 0, new Shape(values.Length));
        values.CopyTo(tensor.Elements());
        return tensor;
    }

    public override string ToString() => $"{Shape}, {Enumerable.Range(0, Weights.Length).Count(n => Mask.Keeps(n))} kept";
}
