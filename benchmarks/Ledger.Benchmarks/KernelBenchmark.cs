using Ledger.Arithmetic.Elementary;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Random;

namespace Ledger.Benchmarks;

/// <summary>Each operation of a LeNet-300-100 step, and the whole step, beside the processor's peak of fused multiply-adds.</summary>
internal static class KernelBenchmark
{
    public static void Run(int threads)
    {
        using var device = new CpuDevice(threads);
        var peak = PeakRate.Measure();
        Console.WriteLine($"{device.Name}; peak of one thread {peak:F1} GFLOP/s");
        foreach (var samples in new[] { 60, 128 })
        {
            Console.WriteLine($"batch {samples}");
            var step = new BareStep(device, samples);
            Console.WriteLine($"  first step {step.Run()}");
            foreach (var (name, flops, work) in step.Parts())
            {
                Print(name, flops, peak * threads, work);
            }
        }

        var draws = new float[266_200];
        Print("266200 normal draws", 0, 0, () => NormalDraws.Fill(1, 0, 1.0, draws));
        var order = new int[60_000];
        Print("permutation of 60000", 0, 0, () => Permutation.Draw(1, 0, order));
        var inputs = new float[10_000];
        NormalDraws.Fill(1, 1, 3.0, inputs);
        Print("10000 exp", 0, 0, () => Array.ForEach(inputs, x => CorrectlyRounded.Exp(x)));
        Print("10000 log", 0, 0, () => Array.ForEach(inputs, x => CorrectlyRounded.Log(x * x)));
    }

    private static void Print(string name, double flops, double peak, Action work)
    {
        var (best, median) = Timing.Measure(work);
        var rate = flops == 0 ? "" : $"{flops / best / 1e3,7:F1} GFLOP/s {best / (flops / peak / 1e3),5:F2} x peak time";
        Console.WriteLine($"  {name,-32} best {best,8:F1} us  median {median,8:F1} us {rate}");
    }
}
