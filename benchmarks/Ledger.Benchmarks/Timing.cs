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
}
