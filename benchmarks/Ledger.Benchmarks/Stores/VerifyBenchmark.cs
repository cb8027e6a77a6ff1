using System.Diagnostics;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Benchmarks.Stores;

/// <summary>Verify, the root that a seal signs, and proofs, over many events.</summary>
internal static class VerifyBenchmark
{
    private const int Batch = 5000;
    private const int StreamLength = 40_000;

    public static async Task Run(ILedgerStore store, long events, int turns)
    {
        for (var written = 0L; written < events; written += Batch)
        {
            var version = (int)(written % StreamLength);
            await store.Append(SampleSteps.Stream($"verify {written / StreamLength}"), version, SampleSteps.Ready(version + 1, Batch));
        }

        var (verify, root, inclusion, consistency) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var turn = 0; turn < turns; turn++)
        {
            verify.Add(await Seconds(async () => Trace.Assert(await store.Verify().CountAsync() == 0, "nothing was altered")));
            var tree = new MerkleTree(store);
            root.Add(1000 * await Seconds(async () => await tree.Root(events)));
            for (var proof = 1; proof <= 10; proof++)
            {
                var index = (events * proof / 11) + turn;
                inclusion.Add(1000 * await Seconds(() => tree.InclusionProof(index, events)));
                consistency.Add(1000 * await Seconds(() => tree.ConsistencyProof(index, events)));
            }
        }

        Console.WriteLine($"{events:N0} events, least – median – greatest");
        Console.WriteLine($"  verify            {verify.Words("F2")} s, peak resident set {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0} MB");
        Console.WriteLine($"  root              {root.Words("F2")} ms");
        Console.WriteLine($"  inclusion proof   {inclusion.Words("F2")} ms");
        Console.WriteLine($"  consistency proof {consistency.Words("F2")} ms");
    }

    private static async Task<double> Seconds(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
