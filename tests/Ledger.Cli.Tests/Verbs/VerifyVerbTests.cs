using Ledger.Cli.Tests.Fixtures;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Tests.Verbs;

public sealed class VerifyVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("1")]
    [InlineData("3")]
    public async Task Verify_UntouchedLedger_CountsWhatWasChecked(string jobs)
    {
        await Write();

        var call = await _tool.Run("verify", "--jobs", jobs);

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Equal("FOLDER/ledger.db: 3 events, 0 masks and 2 states, all as they were written\n", call.Output);
    }

    [Fact]
    public async Task Verify_StateMissingFromItsDigest_NamesItAndExitsWith3()
    {
        await Write();
        Replace(_tool.Store, "second state", "second stats");

        var call = await _tool.Run("verify");

        Assert.Equal(ExitCodes.Corrupt, call.Exit);
        Assert.StartsWith("BlobAltered: ", call.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 events, 0 masks and 2 states, 1 alteration\n", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NoJobs_IsWrongUsage() => Assert.Equal(ExitCodes.Usage, (await _tool.Run("verify", "--jobs", "0")).Exit);

    public void Dispose() => _tool.Dispose();

    private async Task Write()
    {
        using var store = SqliteLedgerStore.Open(_tool.Store, OpenMode.Create);
        await store.Append(new StreamName("train-a"), 0, [.. Enumerable.Range(1, 3).Select(static step => EventCatalogue.ToNew(new StepTrained(step, 0.5f, 1, new Hex128(1, 2))))], Cancellation);
        await store.Put(BlobKind.State, "first state"u8.ToArray(), Cancellation);
        await store.Put(BlobKind.State, "second state"u8.ToArray(), Cancellation);
    }

    private static void Replace(string path, string text, string by)
    {
        var bytes = File.ReadAllBytes(path);
        System.Text.Encoding.ASCII.GetBytes(by).CopyTo(bytes.AsSpan(bytes.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(text))));
        File.WriteAllBytes(path, bytes);
    }
}
