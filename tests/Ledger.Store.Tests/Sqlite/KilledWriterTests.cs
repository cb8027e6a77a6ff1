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
        foreach (var acknowledgements in new[] { 1, 7, 40, 3, 19, 2 })
        {
            await KillAndCheck(path, acknowledgements, new StreamName("train-killed"));
        }
    }

    [Fact]
    public async Task Append_TwoProcessesKilledTogether_AcknowledgedIsStored()
    {
        using var folder = new TemporaryFolder();

        await KillAndCheck(folder.File("killed.ledger"), 25, new StreamName("train-a"), new StreamName("train-b"));
    }

    private static async Task KillAndCheck(string path, int acknowledgements, params StreamName[] streams)
    {
        var writers = streams.Select(stream => new WriterProcess(path, stream)).ToList();
        await Task.WhenAll(writers.Select(writer => writer.Wait(acknowledgements, Cancellation)));
        await Task.WhenAll(writers.Select(writer => writer.Kill(Cancellation)));
        using var store = SqliteLedgerStore.Open(path, OpenMode.Existing);
        foreach (var writer in writers)
        {
            await writer.Check(store, Cancellation);
            writer.Dispose();
        }
    }
}
