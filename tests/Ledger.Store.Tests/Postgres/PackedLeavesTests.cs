using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Postgres;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Places of events in blocks: as an append makes them, and as the migration makes them of one row an event.</summary>
public sealed class PackedLeavesTests : IDisposable
{
    private static readonly StreamName First = Samples.Stream("train", 1);
    private static readonly StreamName Second = Samples.Stream("train", 2);
    private static readonly StreamName Foreign = new("order-1");

    private readonly TestSchema _schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, "1:1")]
    [InlineData(64, "1:64")]
    [InlineData(120, "1:120")]
    [InlineData(121, "1:120 121:1")]
    [InlineData(250, "1:120 121:120 241:10")]
    public async Task Append_Alone_MakesFullBlocks(int count, string blocks)
    {
        using var store = _schema.Open();
        await store.Append(First, 0, Samples.Steps(1, count), Cancellation);

        Assert.Equal(blocks, Blocks(_schema));
    }

    [Theory]
    [InlineData(10, "1:6 7:4")]
    [InlineData(70, "1:6 7:9 16:9 25:9 34:9 43:9 52:9 61:9 70:1")]
    public async Task Append_OthersDrewNumbersBetween_BlocksEndThere(int count, string blocks)
    {
        // As if every number that ends with 7 were drawn by somebody else.
        _schema.Run("""
            CREATE FUNCTION nextval(text) RETURNS bigint LANGUAGE plpgsql AS $$
            DECLARE number bigint = pg_catalog.nextval($1::regclass);
            BEGIN RETURN CASE WHEN number % 10 = 7 THEN pg_catalog.nextval($1::regclass) ELSE number END; END $$
            """);
        using var store = _schema.Open();
        await store.Append(First, 0, Samples.Steps(1, count), Cancellation);

        Assert.Equal(blocks, Blocks(_schema));
        Assert.Equal(Enumerable.Range(1, count).Select(static position => (long)position), await store.ReadAll(cancellation: Cancellation).Select(static stored => stored.Position).ToListAsync(Cancellation));
        Assert.Equal(count, await store.ReadStream(First, cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Read_FromAnyPositionAndVersion_BeginsInTheMiddleOfBlocks()
    {
        await Write();
        using var store = _schema.Open();
        var all = await store.ReadAll(cancellation: Cancellation).ToListAsync(Cancellation);

        foreach (var first in new[] { 1, 2, 119, 120, 121, 150, 300, 301, 306, 307, 316, all.Count, all.Count + 1 })
        {
            Assert.Equal(all.Skip(first - 1).Select(Text), await store.ReadAll(first - 1, cancellation: Cancellation).Select(Text).ToListAsync(Cancellation));
            Assert.Equal(all.Where(stored => stored.Stream == First && stored.Version >= first).Select(Text), await store.ReadStream(First, first, Cancellation).Select(Text).ToListAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Migrate_FourthSchema_EventsRootAndFindingsAreAsBefore()
    {
        await Write();
        using var older = FourthSchema.Of(_schema);
        Assert.Throws<OlderLedgerException>(() => older.Open());

        Assert.Equal("0005_packed_leaves", Assert.Single(PostgresLedgerStore.Migrate(older.Address)).Name);

        Assert.Equal(await Content(_schema), await Content(older));
        Assert.Equal("1:120 121:120 241:60 301:5 306:5 311:6", Blocks(older));
        Assert.Equal(_schema.Run("SELECT count(*) FROM ledger_places"), older.Run("SELECT count(*) FROM ledger_places JOIN mt_events USING (seq_id)"));
    }

    [Fact]
    public async Task Migrate_FourthSchema_IsAppendedToAndGuarded()
    {
        await Write();
        using var older = FourthSchema.Of(_schema);
        PostgresLedgerStore.Migrate(older.Address);
        using var store = older.Open();

        Assert.IsType<AppendResult.Appended>(await store.Append(First, 305, Samples.Steps(306, 200), Cancellation));

        Assert.All(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation), static finding => Assert.Equal(IntegrityKind.ForeignEvent, finding.Kind));
        Assert.Equal(true, older.Run("SELECT has_table_privilege('ledger_writer', 'ledger_leaves', 'INSERT') AND has_table_privilege('ledger_writer', 'ledger_places', 'SELECT') AND NOT has_table_privilege('ledger_writer', 'ledger_leaves', 'UPDATE')"));
        Assert.Equal("ledger_leaves_pkey, ledger_leaves_seq_id_key", older.Run("SELECT string_agg(relname, ', ' ORDER BY relname) FROM pg_index JOIN pg_class ON oid = indexrelid WHERE indrelid = 'ledger_leaves'::regclass AND reloptions = '{fillfactor=100}'"));
    }

    [Fact]
    public async Task Migrate_FourthSchemaThatWasAltered_StaysAltered()
    {
        await Write();
        using var older = FourthSchema.Of(_schema);
        older.Tamper("DELETE FROM ledger_leaves WHERE position = 50; UPDATE ledger_leaves SET position = 1000 WHERE position = 302");
        PostgresLedgerStore.Migrate(older.Address);

        using var store = older.Open();
        var missing = await store.Verify(cancellation: Cancellation).Where(static finding => finding is { Kind: IntegrityKind.EventMissing, Position: not null }).Select(static finding => finding.Position).ToListAsync(Cancellation);
        Assert.Superset(new HashSet<long?> { 51, 303, 1000 }, missing.ToHashSet());
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();

    // Positions 1 to 305 and 311 to 316 have consecutive numbers among themselves, and foreign events stand between.
    private async Task Write()
    {
        using var store = _schema.Open();
        await store.Append(First, 0, Samples.Steps(1, 300), Cancellation);
        MartenAppend.To(_schema, Foreign.Value, 3);
        await store.Append(Second, 0, Samples.Steps(1, 5), Cancellation);
        MartenAppend.To(_schema, Foreign.Value, 1);
        await store.Append(First, 300, Samples.Steps(301, 5), Cancellation);
        MartenAppend.To(_schema, "order-2", 2);
        await store.Append(Samples.Stream("attempt", 1), 0, [Samples.AttemptStarted()], Cancellation);
        for (var version = 5; version < 10; version++)
        {
            await store.Append(Second, version, [Samples.Step(version + 1)], Cancellation);
        }
    }

    private static object? Blocks(TestSchema schema) =>
        schema.Run("SELECT string_agg(format('%s:%s', position, octet_length(hash_ends) / 16), ' ' ORDER BY position) FROM ledger_leaves");

    private static async Task<string> Content(TestSchema schema)
    {
        using var store = schema.Open(OpenMode.ReadOnly);
        var all = await store.ReadAll(cancellation: Cancellation).Select(Text).ToListAsync(Cancellation);
        var streams = await store.StreamsStartingWith(string.Empty, Cancellation).SelectMany(stream => store.ReadStream(stream, cancellation: Cancellation)).Select(Text).ToListAsync(Cancellation);
        var findings = await store.Verify(cancellation: Cancellation).Select(static finding => finding.ToString()).ToListAsync(Cancellation);
        return string.Join('\n', [.. all, .. streams, .. findings, $"{await new MerkleTree(store).Root(all.Count)}"]);
    }

    private static string Text(StoredEvent stored) =>
        $"{stored.Position} {stored.Stream} {stored.Version} {stored.Alias} {Digest.Of(stored.Body.Span)} {(stored.Metadata is { } metadata ? Digest.Of(metadata.Span) : null)} {stored.Hash}";
}
