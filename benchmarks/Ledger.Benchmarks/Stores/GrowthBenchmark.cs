using System.Diagnostics;
using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>Time and bytes an event while a ledger grows tenfold and tenfold again.</summary>
internal static class GrowthBenchmark
{
    private const int Batch = 1000;
    private const int StreamLength = 50_000;

    /// <summary>Appends until there are so many events, in streams of 50 000, and prints a line at 1, 2 and 5 times every power of ten.</summary>
    public static async Task Run(ILedgerStore store, long greatest)
    {
        Console.WriteLine($"{"events",12} {"events a second",16} {"bytes an event",15} {"append of one, ms",18}");
        var lap = Stopwatch.StartNew();
        var since = 0L;
        var marks = Marks(greatest).ToHashSet();
        for (var written = 0L; written < greatest; written += Batch)
        {
            var version = (int)(written % StreamLength);
            await store.Append(SampleSteps.Stream($"growth {written / StreamLength}"), version, SampleSteps.Ready(version + 1, Batch));
            if (marks.Contains(written + Batch))
            {
                var rate = (written + Batch - since) / lap.Elapsed.TotalSeconds;
                var sizes = await store.Measure();
                var single = await Single(store, written);
                Console.WriteLine($"{written + Batch,12:N0} {rate,16:N0} {(double)sizes.EventBytes / sizes.Events,15:F0} {single,18:F2}");
                since = written + Batch;
                lap.Restart();
            }
        }

        await store.Compact();
        var compact = await store.Measure();
        Console.WriteLine($"{compact.Events,12:N0} {"compacted",16} {(double)compact.EventBytes / compact.Events,15:F0}");
    }

    private static async Task<double> Single(ILedgerStore store, long written)
    {
        var times = new List<double>();
        var stream = SampleSteps.Stream($"single {written}");
        for (var version = 0; version < 21; version++)
        {
            var one = SampleSteps.Ready(version + 1, 1);
            var start = Stopwatch.GetTimestamp();
            await store.Append(stream, version, one);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return times.Median();
    }

    private static IEnumerable<long> Marks(long greatest)
    {
        for (var power = 10_000L; power <= greatest; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            yield return 5 * power;
        }
    }
}
