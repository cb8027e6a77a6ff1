using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Application.Sharing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>The program on a ledger whose replicates stand in every way there is: done, running elsewhere, waiting, stale, failed.</summary>
internal sealed class SharedTool : IDisposable
{
    public static readonly TimeSpan Long = TimeSpan.FromHours(10);

    public Tool Tool { get; } = new();

    public static string Holder => "lab-2/4711/00c0ffee";

    /// <summary>Replicate 0 is done, 1 runs elsewhere, 2 waits to begin, 3 is stale, 4 failed; a sixth is of an experiment that nobody declared.</summary>
    public async Task Fill()
    {
        await Tool.Run("run", Tool.Experiment(), "--replicates", "0", "--threads", "1");
        using var store = SqliteLedgerStore.Open(Tool.Store, OpenMode.Existing);
        await Begin(store, 1);
        await store.Take(StreamNames.Run(Run(1)), "tiny.1", Holder, Long);
        await store.Offer(StreamNames.Run(Run(2)), "tiny.2");
        await Begin(store, 3);
        await store.Take(StreamNames.Run(Run(3)), "tiny.3", Holder, TimeSpan.Zero);
        await (await Begin(store, 4)).Append(new AttemptFailed("device lost"));
        await store.Offer(StreamNames.Run(Run(4)), "tiny.4");
        await store.Offer(new Events.Streams.StreamName("run-elsewhere"), "unknown.7");
    }

    public void Dispose() => Tool.Dispose();

    private Events.Hashing.Digest Run(int replicate) => RunIdentity.Run(RunIdentity.Experiment(Specification), replicate);

    private ExperimentSpecification Specification => new Session(Tool.Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()), new GlobalOptions()).ReadExperiment(Tool.Experiment()).Specification;

    private async Task<AttemptLog> Begin(SqliteLedgerStore store, int replicate)
    {
        var attempt = await AttemptLog.Start(store, Run(replicate), "tiny", new EnvironmentReport("2026-01-02T03:04:05Z", "host", "salt", "cpu", "X64", 1, "os", "runtime", "version"));
        await new RunLog(store, Run(replicate)).Append(new RunStarted(RunIdentity.Experiment(Specification), replicate, SeedRule.RunSeed(Specification.Seed, replicate)));
        return attempt;
    }
}
