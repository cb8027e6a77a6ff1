using System.Diagnostics;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>A writer that is killed loses nothing it acknowledged and leaves nothing half written.</summary>
public sealed class KilledWriterTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Append_ProcessKilledAgainAndAgain_AcknowledgedIsStored()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("killed.ledger");
        var stream = new StreamName("train-killed");
        foreach (var acknowledgements in new[] { 1, 7, 40, 3, 19, 2 })
        {
            var acknowledged = await WriteUntilKilled(path, stream, acknowledgements);

            await Check(path, stream, acknowledged);
        }
    }

    [Fact]
    public async Task Append_TwoProcessesKilledTogether_AcknowledgedIsStored()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("killed.ledger");
        var streams = new[] { new StreamName("train-a"), new StreamName("train-b") };

        var acknowledged = await Task.WhenAll(streams.Select(stream => WriteUntilKilled(path, stream, 25)));

        await Check(path, streams[0], acknowledged[0]);
        await Check(path, streams[1], acknowledged[1]);
    }

    private static async Task<long> WriteUntilKilled(string path, StreamName stream, int acknowledgements)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Ledger.Store.Tests.Writer.dll"), path, stream.Value]) { RedirectStandardOutput = true };
        using var writer = Process.Start(start)!;
        var acknowledged = 0L;
        for (var i = 0; i < acknowledgements; i++)
        {
            acknowledged = long.Parse((await writer.StandardOutput.ReadLineAsync(Cancellation))!);
        }

        writer.Kill();
        await writer.WaitForExitAsync(Cancellation);
        return acknowledged;
    }

    private static async Task Check(string path, StreamName stream, long acknowledged)
    {
        using var store = SqliteLedgerStore.Open(path, OpenMode.Existing);
        var version = await store.VersionOf(stream, Cancellation);

        Assert.True(version >= acknowledged, $"{acknowledged} events were acknowledged, {version} are stored");
        Assert.Equal(version, await store.ReadStream(stream, cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }
}
