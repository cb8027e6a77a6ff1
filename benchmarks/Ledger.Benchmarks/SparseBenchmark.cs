using System.Diagnostics;
using Ledger.Arithmetic.Fast;

namespace Ledger.Benchmarks;

/// <summary>
/// A step of LeNet-300-100 dense and as tickets of some densities, operation by operation and in turns: what disturbs one disturbs the other.
/// The shortest time of each counts.
/// </summary>
internal static class SparseBenchmark
{
    private const double Seconds = 0.6;

    private static readonly double[] Densities = [0.4, 0.2, 0.1, 0.05, 0.014];

    public static void Run(int threads, int samples)
    {
        using var device = new CpuDevice(threads);
        var dense = new BareStep(device, samples).Parts().ToList();
        Console.WriteLine($"{device.Name}; batch {samples}; best times in us");
        foreach (var density in Densities)
        {
            Console.WriteLine($"density {density:P1}");
            foreach (var (whole, ticket) in dense.Zip(new BareStep(device, samples, density).Parts()))
            {
                var (d, s) = Best(whole.Work, ticket.Work);
                Console.WriteLine($"  {whole.Name,-28} dense {d,8:F1}  ticket {s,8:F1}  {d / s,6:F2} x");
            }
        }
    }

    private static (double Dense, double Ticket) Best(Action dense, Action ticket)
    {
        var (d, s) = (double.MaxValue, double.MaxValue);
        for (var (turns, total) = (0, Stopwatch.StartNew()); turns < 20 || total.Elapsed.TotalSeconds < Seconds; turns++)
        {
            d = Math.Min(d, Shortest(dense));
            s = Math.Min(s, Shortest(ticket));
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
