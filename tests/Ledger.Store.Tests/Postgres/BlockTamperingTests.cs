using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Whatever an owner does to the blocks of places, verification names the position and readers do not crash.</summary>
public sealed class BlockTamperingTests : IDisposable
{
    private static readonly StreamName Stream = Samples.Stream("train", 1);

    // A finding about the end of a stream has no position.
    private const long Nowhere = -1;

    private readonly TestSchema _schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Blocks are 1–120, 121–240, 241–300, 301–305 (followed by foreign events 306–308) and 306–310, which are events 309–313.
    [Theory]
    [InlineData("hash_ends = substr(hash_ends, 1, 1919)", 121, IntegrityKind.EventAltered, 240)]
    [InlineData("hash_ends = substr(hash_ends, 1, 1919)", 121, IntegrityKind.EventMissing, 241)]
    [InlineData("hash_ends = substr(hash_ends, 1, 1904)", 121, IntegrityKind.EventMissing, 241)]
    [InlineData("hash_ends = substr(hash_ends, 17)", 121, IntegrityKind.EventAltered, 121)]
    [InlineData("hash_ends = substr(hash_ends, 1, 64)", 306, IntegrityKind.EventAltered, Nowhere)]
    [InlineData("hash_ends = ''", 121, IntegrityKind.EventAltered, 121)]
    [InlineData("hash_ends = ''", 121, IntegrityKind.EventMissing, 241)]
    [InlineData("hash_ends = ''", 306, IntegrityKind.EventAltered, 306)]
    [InlineData("hash_ends = hash_ends || '\\x00'", 121, IntegrityKind.EventAltered, 241)]
    [InlineData("hash_ends = hash_ends || '\\x00'", 306, IntegrityKind.EventAltered, 311)]
    [InlineData("hash_ends = hash_ends || substr(hash_ends, 1, 16)", 1, IntegrityKind.EventAltered, 121)]
    [InlineData("hash_ends = hash_ends || substr(hash_ends, 1, 16)", 241, IntegrityKind.EventMissing, 301)]
    [InlineData("hash_ends = hash_ends || substr(hash_ends, 1, 16)", 301, IntegrityKind.EventMissing, 306)]
    [InlineData("hash_ends = hash_ends || substr(hash_ends, 1, 16)", 306, IntegrityKind.EventMissing, 311)]
    [InlineData("hash_ends = decode(repeat('00', 8000), 'hex')", 241, IntegrityKind.EventAltered, 361)]
    [InlineData("hash_ends = substr(hash_ends, 17, 16) || substr(hash_ends, 1, 16) || substr(hash_ends, 33)", 121, IntegrityKind.EventAltered, 121)]
    [InlineData("position = 122", 121, IntegrityKind.EventMissing, 122)]
    [InlineData("position = 120", 121, IntegrityKind.EventMissing, 120)]
    [InlineData("position = 2", 121, IntegrityKind.EventMissing, 2)]
    [InlineData("position = 0", 1, IntegrityKind.EventMissing, 0)]
    [InlineData("position = -5000", 121, IntegrityKind.EventMissing, -5000)]
    [InlineData("position = 9223372036854775807", 121, IntegrityKind.EventMissing, long.MaxValue)]
    [InlineData("position = -9223372036854775808", 121, IntegrityKind.EventMissing, long.MinValue)]
    [InlineData("seq_id = 122", 121, IntegrityKind.EventMissing, 121)]
    [InlineData("seq_id = 130", 241, IntegrityKind.EventMissing, 241)]
    [InlineData("seq_id = 305", 306, IntegrityKind.EventMissing, 306)]
    [InlineData("seq_id = 306", 306, IntegrityKind.EventAltered, 306)]
    [InlineData("seq_id = 119", 306, IntegrityKind.EventMissing, 121)]
    [InlineData("seq_id = 400", 241, IntegrityKind.EventMissing, 241)]
    [InlineData("seq_id = 0", 1, IntegrityKind.EventMissing, 1)]
    [InlineData("seq_id = 9223372036854775807", 241, IntegrityKind.EventMissing, 241)]
    [InlineData("seq_id = -9223372036854775808", 241, IntegrityKind.EventMissing, 241)]
    public async Task Verify_BlockChanged_NamesThePosition(string change, long block, IntegrityKind kind, long position)
    {
        await Write();
        _schema.Tamper($"UPDATE ledger_leaves SET {change} WHERE position = {block}");

        await AssertFound(kind, position);
    }

    [Theory]
    [InlineData("DELETE FROM ledger_leaves WHERE position = 121", IntegrityKind.EventMissing, 241)]
    [InlineData("DELETE FROM ledger_leaves WHERE position = 306", IntegrityKind.EventAltered, Nowhere)]
    [InlineData("DELETE FROM ledger_leaves", IntegrityKind.TreeAltered, Nowhere)]
    [InlineData("INSERT INTO ledger_leaves VALUES(311, 306, decode(repeat('00', 48), 'hex'))", IntegrityKind.EventAltered, 311)]
    [InlineData("INSERT INTO ledger_leaves VALUES(311, 314, decode(repeat('00', 16), 'hex'))", IntegrityKind.EventMissing, 311)]
    [InlineData("INSERT INTO ledger_leaves VALUES(311, 150, decode(repeat('00', 16), 'hex'))", IntegrityKind.EventMissing, 311)]
    [InlineData("UPDATE ledger_leaves SET position = -position; UPDATE ledger_leaves SET position = CASE position WHEN -1 THEN 121 WHEN -121 THEN 1 ELSE -position END", IntegrityKind.EventMissing, 1)]
    [InlineData("UPDATE ledger_leaves SET seq_id = -seq_id; UPDATE ledger_leaves SET seq_id = CASE seq_id WHEN -1 THEN 121 WHEN -121 THEN 1 ELSE -seq_id END", IntegrityKind.EventMissing, 1)]
    [InlineData("DELETE FROM mt_events WHERE seq_id = 130", IntegrityKind.EventMissing, 131)]
    [InlineData("DELETE FROM mt_events WHERE seq_id = 130", IntegrityKind.EventMissing, 130)]
    [InlineData("UPDATE mt_events SET seq_id = 9223372036854775807 WHERE seq_id = 130", IntegrityKind.EventMissing, 130)]
    [InlineData("UPDATE mt_events SET seq_id = -9223372036854775808 WHERE seq_id = 130", IntegrityKind.EventMissing, 130)]
    [InlineData("CREATE OR REPLACE VIEW ledger_places AS SELECT 1::bigint AS position, 1::bigint AS seq_id, '\\x00'::bytea AS hash_end; DELETE FROM ledger_leaves WHERE position = 306", IntegrityKind.EventAltered, Nowhere)]
    public async Task Verify_BlocksAddedTakenOrExchanged_NamesThePosition(string sql, IntegrityKind kind, long position)
    {
        await Write();
        _schema.Tamper(sql);

        await AssertFound(kind, position);
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();

    private async Task Write()
    {
        using var store = _schema.Open();
        await store.Append(Stream, 0, Samples.Steps(1, 300), Cancellation);
        await store.Append(Samples.Stream("train", 2), 0, Samples.Steps(1, 5), Cancellation);
        MartenAppend.To(_schema, "order-1", 3);
        await store.Append(Stream, 300, Samples.Steps(301, 5), Cancellation);
        Assert.Single(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation), static finding => finding.Kind == IntegrityKind.ForeignEvent);
    }

    private async Task AssertFound(IntegrityKind kind, long position)
    {
        using var store = _schema.Open(OpenMode.ReadOnly);
        foreach (var jobs in new[] { 1, 2 })
        {
            Assert.Contains(await store.Verify(null, jobs, Cancellation).ToListAsync(Cancellation), finding => finding.Kind == kind && (finding.Position ?? Nowhere) == position && finding.IsAlteration);
        }

        await Read(() => store.ReadAll(cancellation: Cancellation).CountAsync(Cancellation).AsTask());
        await Read(() => store.ReadStream(Stream, cancellation: Cancellation).CountAsync(Cancellation).AsTask());
    }

    // A reader that meets what cannot be says that the ledger is damaged.
    private static async Task Read(Func<Task<int>> read)
    {
        if (await Record.ExceptionAsync(read) is { } exception)
        {
            Assert.IsType<CorruptLedgerException>(exception);
        }
    }
}
