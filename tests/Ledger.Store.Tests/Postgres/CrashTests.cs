using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Whoever is stopped in the middle of appends, writer or server: what was acknowledged is stored, positions have no gaps, chains are whole.</summary>
public sealed class CrashTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") == "1" ? 100 : 3;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_WriterKilled_AcknowledgedIsStored()
    {
        using var schema = new TestSchema();
        for (var round = 0; round < Rounds; round++)
        {
            using var first = new WriterProcess(schema.Url, new StreamName("train-a"));
            using var second = new WriterProcess(schema.Url, new StreamName("train-b"));
            await Task.WhenAll(first.Wait(1 + (round * 7 % 23), Cancellation), second.Wait(1, Cancellation));
            await Task.WhenAll(first.Kill(Cancellation), second.Kill(Cancellation));

            using var store = schema.Open();
            await first.Check(store, Cancellation);
            await second.Check(store, Cancellation);
            await CheckPositions(store);
        }
    }

    [Fact]
    public async Task Append_ServerStoppedImmediately_AcknowledgedIsStored()
    {
        using var cluster = new PrivateCluster();
        var address = StoreAddress.Parse(cluster.Url);
        PostgresLedgerStore.Migrate(address);
        for (var round = 0; round < Rounds; round++)
        {
            using var first = new WriterProcess(cluster.Url, new StreamName("train-a"));
            using var second = new WriterProcess(cluster.Url, new StreamName("train-b"));
            await Task.WhenAll(first.Wait(1 + (round * 7 % 23), Cancellation), second.Wait(1, Cancellation));
            cluster.StopImmediately();
            await Task.WhenAll(first.ReadToEnd(Cancellation), second.ReadToEnd(Cancellation));
            cluster.Start();

            using var store = PostgresLedgerStore.Open(address, OpenMode.Existing);
            await first.Check(store, Cancellation);
            await second.Check(store, Cancellation);
            await CheckPositions(store);
        }
    }

    [Fact]
    public async Task Append_ServerStoppedAndStartedAgain_IsUnreachableThenGoesOn()
    {
        using var cluster = new PrivateCluster();
        var address = StoreAddress.Parse(cluster.Url);
        PostgresLedgerStore.Migrate(address);
        using var store = PostgresLedgerStore.Open(address, OpenMode.Existing, PostgresLedgerOptions.Default with { PollInterval = TimeSpan.FromMilliseconds(100) });
        var stream = Samples.Stream("train", 1);
        var seen = Task.Run(() => store.Subscribe(0, Cancellation).Take(20).Select(static stored => stored.Position).ToListAsync(Cancellation).AsTask(), Cancellation);
        await store.Append(stream, 0, Samples.Steps(1, 10), Cancellation);

        cluster.StopImmediately();
        await Assert.ThrowsAsync<StoreUnreachableException>(() => store.Append(stream, 10, Samples.Steps(11, 10), Cancellation));
        Assert.Throws<StoreUnreachableException>(() => PostgresLedgerStore.Open(address, OpenMode.Existing));
        cluster.Start();

        Assert.Equal(new AppendResult.Appended(20, 0), await store.Append(stream, 10, Samples.Steps(11, 10), Cancellation));
        Assert.Equal(Enumerable.Range(1, 20).Select(static position => (long)position), await seen);
    }

    private static async Task CheckPositions(ILedgerStore store)
    {
        var expected = 0L;
        await foreach (var stored in store.ReadAll(cancellation: Cancellation))
        {
            Assert.Equal(++expected, stored.Position);
        }

        Assert.Equal(expected, await store.LastPosition(Cancellation));
    }
}
