using System.Diagnostics;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>Appends with expected version, 1000 events each: one writer on one stream, and four writers on a stream each.</summary>
internal static class AppendBenchmark
{
    private const int Batch = 1000;
    private const int Batches = 100;
    private const int Writers = 4;

    /// <summary>Measures in turns, every measurement in a ledger of its own.</summary>
    /// <param name="ledgers">Makes empty ledgers.</param>
    /// <param name="turns">How often.</param>
    /// <param name="peer">The bare writer beside it, or null where there is none.</param>
    public static async Task Run(IScratchLedgers ledgers, int turns, BareCopy? peer)
    {
        var (one, four, bare) = (new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            one.Add(await Rate(ledgers, writers: 1));
            if (peer is not null)
            {
                bare.Add(await peer.Rate(Batch, Batches));
            }

            four.Add(await Rate(ledgers, Writers));
        }

        Console.WriteLine($"appends of {Batch}, events a second, least – median – greatest of {turns}");
        Console.WriteLine($"  one writer        {one.Words()}");
        Console.WriteLine($"  four writers      {four.Words()}   ({four.Median() / one.Median():F2} × one)");
        if (peer is not null)
        {
            Console.WriteLine($"  bare binary COPY  {bare.Words()}   (ours is {one.Median() / bare.Median():F2} × that)");
        }
    }

    private static async Task<double> Rate(IScratchLedgers ledgers, int writers)
    {
        using var scratch = await ledgers.Create();
        var ready = Enumerable.Range(0, Batches / writers).Select(static batch => SampleSteps.Ready((batch * Batch) + 1, Batch)).ToArray();
        var stores = Enumerable.Range(0, writers).Select(_ => scratch.Open()).ToArray();
        foreach (var store in stores)
        {
            await store.LastPosition();
        }

        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(stores.Select((store, writer) => Task.Run(() => Write(store, SampleSteps.Stream($"writer {writer}"), ready))));
        var rate = ready.Length * Batch * writers / Stopwatch.GetElapsedTime(start).TotalSeconds;
        foreach (var store in stores)
        {
            store.Dispose();
        }

        return rate;
    }

    private static async Task Write(ILedgerStore store, StreamName stream, NewEvent[][] ready)
    {
        for (var batch = 0; batch < ready.Length; batch++)
        {
            await store.Append(stream, batch * Batch, ready[batch]);
        }
    }
}
