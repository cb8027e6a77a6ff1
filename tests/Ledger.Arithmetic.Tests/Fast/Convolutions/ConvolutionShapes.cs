using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;

namespace Ledger.Arithmetic.Tests.Fast.Convolutions;

/// <summary>Seeded shapes of all kernels, strides, paddings and extents that networks use, and worse.</summary>
internal static class ConvolutionShapes
{
    private static readonly int[] Samples = [1, 2, 31, 32, 33, 65], Channels = [1, 2, 3, 5, 16, 17, 33, 64], Kernels = [1, 3, 5, 7];

    /// <summary>Valid shapes of at most <paramref name="work"/> multiplications each.</summary>
    public static IEnumerable<ConvolutionShape> Draw(ulong seed, int count, long work)
    {
        var stream = new PhiloxStream(seed, Purpose.Synthetic, 2, 0);
        var index = 0u;
        int Below(int bound) => (int)(stream.Word(index++) % (uint)bound);
        while (count > 0)
        {
            var shape = new ConvolutionShape(Samples[Below(6)], 1 + Below(17), 1 + Below(19), Channels[Below(8)], Channels[Below(8)], Kernels[Below(4)], 1 + Below(3), Below(4));
            if (shape.IsValid && (long)shape.OutputSize * shape.Kernel * shape.Kernel * shape.Inputs <= work)
            {
                count--;
                yield return shape;
            }
        }
    }
}
