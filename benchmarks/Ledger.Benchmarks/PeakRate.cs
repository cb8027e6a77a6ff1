using System.Runtime.Intrinsics;

namespace Ledger.Benchmarks;

/// <summary>What the processor's widest fused multiply-add can do on registers alone.</summary>
internal static class PeakRate
{
    private const int Repetitions = 20_000;

    /// <summary>GFLOP/s of one thread.</summary>
    public static double Measure()
    {
        var lanes = Vector512.IsHardwareAccelerated ? 16 : 8;
        var (best, _) = Timing.Measure(() => Sink = lanes == 16 ? Chains512() : Chains256());
        return 2.0 * lanes * 12 * Repetitions / best / 1e3;
    }

    private static float Sink { get; set; }

    private static float Chains512()
    {
        var x = Vector512.Create(0.999f);
        var (a, b, c, d, e, f, g, h, i, j, k, l) = (x, x, x, x, x, x, x, x, x, x, x, x);
        for (var n = 0; n < Repetitions; n++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, x);
            b = Vector512.FusedMultiplyAdd(b, x, x);
            c = Vector512.FusedMultiplyAdd(c, x, x);
            d = Vector512.FusedMultiplyAdd(d, x, x);
            e = Vector512.FusedMultiplyAdd(e, x, x);
            f = Vector512.FusedMultiplyAdd(f, x, x);
            g = Vector512.FusedMultiplyAdd(g, x, x);
            h = Vector512.FusedMultiplyAdd(h, x, x);
            i = Vector512.FusedMultiplyAdd(i, x, x);
            j = Vector512.FusedMultiplyAdd(j, x, x);
            k = Vector512.FusedMultiplyAdd(k, x, x);
            l = Vector512.FusedMultiplyAdd(l, x, x);
        }

        return (a + b + c + d + e + f + g + h + i + j + k + l)[0];
    }

    private static float Chains256()
    {
        var x = Vector256.Create(0.999f);
        var (a, b, c, d, e, f, g, h, i, j, k, l) = (x, x, x, x, x, x, x, x, x, x, x, x);
        for (var n = 0; n < Repetitions; n++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, x);
            b = Vector256.FusedMultiplyAdd(b, x, x);
            c = Vector256.FusedMultiplyAdd(c, x, x);
            d = Vector256.FusedMultiplyAdd(d, x, x);
            e = Vector256.FusedMultiplyAdd(e, x, x);
            f = Vector256.FusedMultiplyAdd(f, x, x);
            g = Vector256.FusedMultiplyAdd(g, x, x);
            h = Vector256.FusedMultiplyAdd(h, x, x);
            i = Vector256.FusedMultiplyAdd(i, x, x);
            j = Vector256.FusedMultiplyAdd(j, x, x);
            k = Vector256.FusedMultiplyAdd(k, x, x);
            l = Vector256.FusedMultiplyAdd(l, x, x);
        }

        return (a + b + c + d + e + f + g + h + i + j + k + l)[0];
    }
}
