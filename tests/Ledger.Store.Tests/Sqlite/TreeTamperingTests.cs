using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>
/// What the tree shows beyond the chains, in a ledger of 601 events: positions 1 to 512 are under two stored entries, the rest under none
/// yet. Two trainings take turns, the last event is an attempt's.
/// </summary>
public sealed class TreeTamperingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Ledger => _folder.File("tree.ledger");

    [Theory]
    [InlineData("UPDATE tree SET hash = zeroblob(32) WHERE entry = 1", "entry 1 of level 1 of the tree, over positions 257 to 512, is stored as 000000000000, its events make")]
    [InlineData("UPDATE tree SET hash = x'00' WHERE entry = 0", "entry 0 of level 1 of the tree, over positions 1 to 256, is stored as something that is no hash")]
    [InlineData("DELETE FROM tree WHERE entry = 0", "entry 0 of level 1 of the tree, over positions 1 to 256, is not stored")]
    [InlineData("INSERT INTO tree SELECT 1, 2, hash FROM tree WHERE entry = 0", "entry 2 of level 1 of the tree, over positions 513 to 768, is stored, but so many events there are not")]
    [InlineData("INSERT INTO tree SELECT 2, 0, hash FROM tree WHERE entry = 0", "entry 0 of level 2 of the tree, over positions 1 to 65536, is stored, but so many events there are not")]
    [InlineData("INSERT INTO tree SELECT 0, 0, hash FROM tree WHERE entry = 0", "entry 0 of level 0 of the tree is stored, but")]
    [InlineData("UPDATE tree SET entry = -1 WHERE entry = 0", "entry -1 of level 1 of the tree is stored, but")]
    public async Task Verify_EntryChanged_NamesLevelEntryAndPositions(string sql, string told)
    {
        Write(sql);

        Assert.Contains(await Findings(), finding => finding.Kind == IntegrityKind.TreeAltered && finding.Message.StartsWith(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_EntriesExchanged_NamesBoth()
    {
        Write("UPDATE tree SET entry = -1 WHERE entry = 0; UPDATE tree SET entry = 0 WHERE entry = 1; UPDATE tree SET entry = 1 WHERE entry = -1");

        Assert.Equal([IntegrityKind.TreeAltered, IntegrityKind.TreeAltered], (await Findings()).Select(static finding => finding.Kind));
    }

    [Fact]
    public async Task Verify_PositionsOfTwoStreamsExchanged_IsSeenByTheTreeAlone()
    {
        Write(Exchanged(9, 10));

        var finding = Assert.Single(await Findings());

        Assert.Equal(IntegrityKind.TreeAltered, finding.Kind);
        Assert.Contains("over positions 1 to 256", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_EventsOfOneStreamExchanged_NamesBothEvents()
    {
        Write(Exchanged(521, 523));

        Assert.Contains(await Findings(), static finding => finding is { Kind: IntegrityKind.EventMissing, Position: 521 });
    }

    [Fact]
    public async Task Verify_StreamDeletedWithItsEvents_NamesTheFirstGap()
    {
        Write("DELETE FROM events WHERE stream = 2; DELETE FROM streams WHERE id = 2");

        Assert.Contains(await Findings(), static finding => finding is { Kind: IntegrityKind.EventMissing, Position: 3 });
    }

    [Fact]
    public async Task Verify_TailRemovedThroughAnEntry_IsSeenByTheTreeAlone()
    {
        Write("DELETE FROM events WHERE position > 510; DELETE FROM streams WHERE id = 3; UPDATE streams SET version = 255");

        Assert.Equal(IntegrityKind.TreeAltered, Assert.Single(await Findings()).Kind);
    }

    // What a seal kept elsewhere is for: after the last full tile, a history that fits together cannot be told from a true one.
    [Theory]
    [InlineData("DELETE FROM events WHERE position > 512; DELETE FROM streams WHERE id = 3; UPDATE streams SET version = 256")]
    [InlineData("UPDATE events SET position = -1 WHERE position = 521; UPDATE events SET position = 521 WHERE position = 522; UPDATE events SET position = 522 WHERE position = -1")]
    public async Task Verify_EndRewrittenSoThatItFits_FindsNothing(string sql)
    {
        Write(sql);

        Assert.Empty(await Findings());
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static string Exchanged(int first, int second) =>
        $"UPDATE events SET position = -1 WHERE position = {first}; UPDATE events SET position = {first} WHERE position = {second}; UPDATE events SET position = {second} WHERE position = -1";

    private void Write(string sql)
    {
        FirstSchemaLedger.Write(Ledger, 600);
        SqliteLedgerStore.Migrate(Ledger);
        using var connection = new SqliteConnection($"Data Source={Ledger};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private async Task<List<IntegrityFinding>> Findings()
    {
        using var store = SqliteLedgerStore.Open(Ledger, OpenMode.ReadOnly);
        return await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation);
    }
}
