using System.Diagnostics;

namespace Ledger.Benchmarks;

/// <summary>Wall time of short work on a machine that others use too.</summary>
internal static class Timing
{
    private const double MinimumSeconds = 0.4;
    private const int MinimumRuns = 20;

    /// <summary>The shortest and the median time of one run, in microseconds.</summary>
    public static (double Best, double Median) Measure(Action work)
    {
        work();
        work();
        var times = new List<double>();
        for (var total = Stopwatch.StartNew(); times.Count < MinimumRuns || total.Elapsed.TotalSeconds < MinimumSeconds;)
        {
            var start = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        times.Sort();
        return (times[0], times[times.Count / 2]);
    }

    /// <summary>The least processor time of one run, in microseconds, over <paramref name="runs"/>: what other programs do with the cores does not count.</summary>
    public static double Busy(Action work, int runs = 12)
    {
        work();
        var best = double.MaxValue;
        for (var n = 0; n < runs; n++)
        {
            var start = Environment.CpuUsage.TotalTime;
            work();
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - start).TotalMicroseconds);
        }

        return best;
    }
}
