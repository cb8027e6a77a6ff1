using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Fast.Convolutions;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Random;

namespace Ledger.Benchmarks;

/// <summary>
/// The three directions of the convolutions that networks for 32 × 32 pixels are made of, beside the processor's peak of fused
/// multiply-adds. Multiplications with the padding count as work, though nobody does them: what a share leaves to 100 % compares with others.
/// </summary>
internal static class ConvolutionBenchmark
{
    // Vectors are read whole at the end of a tensor.
    private const int Slack = 64;

    private static readonly ConvolutionShape[] Shapes =
    [
        new(128, 32, 32, 3, 16, 3, 1, 1), new(128, 32, 32, 16, 16, 3, 1, 1), new(128, 32, 32, 16, 32, 3, 2, 1), new(128, 16, 16, 32, 32, 3, 1, 1),
        new(128, 16, 16, 32, 64, 3, 2, 1), new(128, 8, 8, 64, 64, 3, 1, 1), new(128, 32, 32, 16, 32, 1, 2, 0),
        new(128, 32, 32, 3, 64, 3, 1, 1), new(128, 32, 32, 64, 64, 3, 1, 1), new(128, 16, 16, 64, 128, 3, 1, 1), new(128, 16, 16, 128, 128, 3, 1, 1),
        new(128, 8, 8, 256, 256, 3, 1, 1), new(128, 4, 4, 512, 512, 3, 1, 1), new(128, 2, 2, 512, 512, 3, 1, 1),
    ];

    public static void Run(int threads)
    {
        using var team = new ThreadTeam(threads);
        var kernels = ConvolutionKernels.For(LaneKinds.Fastest(), team);
        var peak = PeakRate.Measure() * threads;
        Console.WriteLine($"{LaneKinds.Fastest()}, {threads} threads; peak {peak:F1} GFLOP/s; ms, GFLOP/s, share of peak, share of peak in work done");
        foreach (var shape in Shapes)
        {
            var (x, w, y) = (Draw(shape.InputSize), Draw(shape.WeightSize), Draw(shape.OutputSize));
            var (all, done) = (2.0 * shape.OutputSize * shape.Kernel * shape.Kernel * shape.Inputs, 2.0 * WorkDone(shape));
            Console.Write($"{shape.Kernel}x{shape.Kernel}/{shape.Stride} {shape.Inputs,3} -> {shape.Outputs,3} {shape.Rows,2}x{shape.Columns,-2}");
            Print("forward", all, done, peak, threads == 1, () => kernels.Forward(shape, x, w, y));
            Print("input", all, done, peak, threads == 1, () => kernels.InputGradient(shape, y, w, x));
            Print("weights", all, done, peak, threads == 1, () => kernels.WeightGradient(shape, x, y, w));
            Console.WriteLine();
        }
    }

    private static float[] Draw(int length)
    {
        var values = GC.AllocateArray<float>(length + Slack, pinned: true);
        NormalDraws.Fill(1, 0, 0.5, values);
        return values;
    }

    private static double WorkDone(ConvolutionShape shape) =>
        (double)shape.Samples * shape.Inputs * shape.Outputs * Taps(shape, shape.Rows, shape.OutputRows) * Taps(shape, shape.Columns, shape.OutputColumns);

    private static int Taps(ConvolutionShape shape, int positions, int outputs) =>
        Enumerable.Range(0, outputs * shape.Kernel).Count(n => n / shape.Kernel * shape.Stride + n % shape.Kernel - shape.Padding is var source && source >= 0 && source < positions);

    private static void Print(string name, double all, double done, double peak, bool isAlone, Action work)
    {
        var best = isAlone ? Timing.Busy(work) : Timing.Measure(work).Best;
        Console.Write($"  | {name} {best / 1e3,6:F2} {all / best / 1e3,6:F1} {all / best / 1e3 / peak,4:P0} {done / best / 1e3 / peak,4:P0}");
    }
}
