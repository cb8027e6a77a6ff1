using System.Diagnostics;
using Ledger.Arithmetic.Fast;

namespace Ledger.Benchmarks;

/// <summary>
/// The masked layers of LeNet-300-100 and a whole step, dense and by survivors, in turns: what disturbs one disturbs the other. The shortest
/// time of each counts.
/// </summary>
internal static class SparseBenchmark
{
    private const double Seconds = 0.6;

    private static readonly double[] Densities = [1, 0.4, 0.2, 0.1, 0.05, 0.014];

    public static void Run(int threads, int samples)
    {
        switch (LaneKinds.Fastest())
        {
            case LaneKind.Vector512: Run<Lanes512>(threads, samples); break;
            case LaneKind.Vector256: Run<Lanes256>(threads, samples); break;
            case LaneKind.Vector128: Run<Lanes128>(threads, samples); break;
            default: Run<ScalarLane>(threads, samples); break;
        }
    }

    private static void Run<T>(int threads, int samples)
        where T : struct, ILanes<T>
    {
        using var device = new CpuDevice(threads);
        using var team = new ThreadTeam(threads);
        Console.WriteLine($"{device.Name}; batch {samples}; best times in us");
        foreach (var density in Densities)
        {
            Console.WriteLine($"density {density:P1}");
            var step = new SparseStep<T>(device, team, samples, density);
            foreach (var (name, dense, sparse) in step.Parts())
            {
                var (d, s) = Best(dense, sparse);
                Console.WriteLine($"  {name,-28} dense {d,8:F1}  sparse {s,8:F1}  {d / s,6:F2} x");
            }
        }
    }

    private static (double Dense, double Sparse) Best(Action dense, Action sparse)
    {
        var (d, s) = (double.MaxValue, double.MaxValue);
        for (var (turns, total) = (0, Stopwatch.StartNew()); turns < 20 || total.Elapsed.TotalSeconds < Seconds; turns++)
        {
            d = Math.Min(d, Shortest(dense));
            s = Math.Min(s, Shortest(sparse));
        }

        return (d, s);
    }

    // A few in a row: the first has cold caches.
    private static double Shortest(Action work)
    {
        var best = double.MaxValue;
        for (var n = 0; n < 5; n++)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return best;
    }
}
