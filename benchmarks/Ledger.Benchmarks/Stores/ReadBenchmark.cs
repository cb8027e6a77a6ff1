using System.Diagnostics;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>One stream of 200 000 training steps read back as records.</summary>
internal static class ReadBenchmark
{
    private const int Events = 200_000;
    private const int Batch = 10_000;

    public static async Task Run(ILedgerStore store, int turns)
    {
        var stream = SampleSteps.Stream("read");
        for (var version = 0; version < Events; version += Batch)
        {
            await store.Append(stream, version, SampleSteps.Ready(version + 1, Batch));
        }

        var (typed, raw) = (new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            typed.Add(await Rate(store, EventCatalogue.Read));
            raw.Add(await Rate(store, static stored => stored));
        }

        Console.WriteLine($"reading a stream of {Events:N0}, events a second, least – median – greatest of {turns}");
        Console.WriteLine($"  typed {typed.Words()}");
        Console.WriteLine($"  raw   {raw.Words()}");

        async Task<double> Rate<T>(ILedgerStore from, Func<Ledger.Events.Streams.StoredEvent, T> read)
        {
            var start = Stopwatch.GetTimestamp();
            var count = 0;
            await foreach (var stored in from.ReadStream(stream))
            {
                count += read(stored) is null ? 0 : 1;
            }

            Trace.Assert(count == Events, "every event came back");
            return count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        }
    }
}
