using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>A ledger's database is a Marten event store: its tables, its rules, and events that Marten appends beside ours.</summary>
public sealed class MartenTests : IDisposable
{
    private static readonly StreamName Stream = Samples.Stream("train", 1);

    private readonly TestSchema _schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("mt_streams", "created timestamptz NO now(), id varchar NO -, is_archived bool YES false, tenant_id varchar YES '*DEFAULT*', timestamp timestamptz NO now(), type varchar YES -, version int8 YES -")]
    [InlineData("mt_events", "bdata bytea YES -, data jsonb NO -, id uuid NO -, is_archived bool YES false, mt_dotnet_type varchar YES -, seq_id int8 NO -, stream_id varchar YES -, tenant_id varchar YES '*DEFAULT*', timestamp timestamptz NO -, type varchar(500) NO -, version int8 NO -")]
    [InlineData("mt_event_progression", "last_seq_id int8 YES -, last_updated timestamptz YES transaction_timestamp(), name varchar NO -")]
    [InlineData("mt_high_water_skips", "ending_sequence int8 NO -, starting_sequence int8 NO -, timestamp timestamptz YES -")]
    public void Table_HasMartensColumns(string table, string columns) => Assert.Equal(columns, _schema.Run($"""
        SELECT string_agg(column_name || ' ' || udt_name || coalesce('(' || character_maximum_length || ')', '') || ' ' || is_nullable || ' ' || coalesce(replace(column_default, '::character varying', ''), '-'), ', ' ORDER BY column_name)
        FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = '{table}'
        """));

    [Theory]
    [InlineData("mt_streams", "pkey_mt_streams_id PRIMARY KEY (id)")]
    [InlineData("mt_events", "fkey_mt_events_stream_id FOREIGN KEY (stream_id) REFERENCES mt_streams(id) ON DELETE CASCADE; pkey_mt_events_seq_id PRIMARY KEY (seq_id)")]
    [InlineData("mt_event_progression", "pk_mt_event_progression PRIMARY KEY (name)")]
    [InlineData("mt_high_water_skips", "pkey_mt_high_water_skips_ending_sequence PRIMARY KEY (ending_sequence)")]
    public void Table_HasMartensConstraints(string table, string constraints) => Assert.Equal(constraints, _schema.Run($"""
        SELECT string_agg(conname || ' ' || pg_get_constraintdef(oid), '; ' ORDER BY conname) FROM pg_constraint WHERE conrelid = '{table}'::regclass
        """));

    [Fact]
    public void Events_HaveMartensIndexAndSequence()
    {
        Assert.Equal("pk_mt_events_stream_and_version", _schema.Run("""
            SELECT c.relname FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE i.indrelid = 'mt_events'::regclass AND i.indisunique AND NOT i.indisprimary AND pg_get_indexdef(i.indexrelid) LIKE '%(stream_id, version)'
            """));
        Assert.Equal(2L, _schema.Run("SELECT count(*) FROM pg_index WHERE indrelid = 'mt_events'::regclass"));
        Assert.EndsWith(".mt_events_sequence", (string)_schema.Run("SELECT pg_get_serial_sequence('mt_events', 'seq_id')")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Append_KeepsMartensRules()
    {
        var began = DateTimeOffset.UtcNow.AddSeconds(-1);
        using (var store = _schema.Open())
        {
            await store.Append(Stream, 0, Samples.Steps(1, 700), Cancellation);
            await store.Append(Samples.Stream("attempt", 1), 0, [Samples.AttemptStarted()], Cancellation);
            await store.Append(Stream, 700, Samples.Steps(701, 5), Cancellation);
        }

        Assert.Equal(0L, _schema.Run("SELECT count(*) FROM mt_streams s WHERE version IS DISTINCT FROM (SELECT max(version) FROM mt_events e WHERE e.stream_id = s.id)"));
        Assert.Equal(0L, _schema.Run("SELECT count(*) FROM (SELECT version - row_number() OVER (PARTITION BY stream_id ORDER BY version) AS gap FROM mt_events) v WHERE gap <> 0"));
        Assert.Equal(true, _schema.Run("SELECT last_value >= (SELECT max(seq_id) FROM mt_events) FROM mt_events_sequence"));
        Assert.Equal(0L, _schema.Run("SELECT count(*) FROM mt_events WHERE is_archived IS DISTINCT FROM false OR tenant_id IS DISTINCT FROM '*DEFAULT*' OR mt_dotnet_type IS NOT NULL OR bdata IS NOT NULL"));
        Assert.Equal(0L, _schema.Run($"SELECT count(*) FROM mt_events WHERE timestamp NOT BETWEEN '{began:O}' AND now() + interval '1 second'"));
        Assert.Equal("attempt_started,step_trained", _schema.Run("SELECT string_agg(DISTINCT type, ',') FROM mt_events"));
        Assert.All(EventCatalogue.All.Keys, static alias => Assert.Matches("^[a-z]+[0-9]*(_[a-z0-9]+)*$", alias));
    }

    [Fact]
    public async Task Append_WrongVersion_TakesNoNumber()
    {
        using var store = _schema.Open();
        await store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);

        Assert.IsType<AppendResult.Conflict>(await store.Append(Stream, 7, Samples.Steps(8, 5), Cancellation));
        Assert.IsType<AppendResult.Conflict>(await store.Append(Stream, 0, [Samples.Step(1, 9)], Cancellation));

        Assert.Equal(5L, _schema.Run("SELECT last_value FROM mt_events_sequence"));
    }

    [Fact]
    public async Task Append_BesideMarten_TheirsAreReportedAndHarmless()
    {
        using var store = _schema.Open();
        for (var version = 0; version < 30; version += 10)
        {
            await store.Append(Stream, version, Samples.Steps(version + 1, 10), Cancellation);
            Quick("order-1", 3);
        }

        var all = await store.ReadAll(cancellation: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 30).Select(static position => (long)position), all.Select(static stored => stored.Position));
        Assert.Empty(await store.ReadStream(new StreamName("order-1"), cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(0, await store.VersionOf(new StreamName("order-1"), Cancellation));
        Assert.Equal([Stream], await store.StreamsStartingWith(string.Empty, Cancellation).ToListAsync(Cancellation));
        Assert.Equal(9, (await store.Measure(Cancellation)).ForeignEvents);
        var notice = Assert.Single(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal((IntegrityKind.ForeignEvent, new StreamName("order-1"), false), (notice.Kind, notice.Stream!.Value, notice.IsAlteration));
    }

    [Fact]
    public async Task Append_AfterMartenWroteIntoOurStream_IsCorruptAndFound()
    {
        using var store = _schema.Open();
        await store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);
        Quick(Stream.Value, 1);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Append(Stream, 5, Samples.Steps(6, 1), Cancellation));
        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Append(new StreamName(Stream.Value), 0, Samples.Steps(1, 7), Cancellation));

        Assert.Equal(5, await store.ReadStream(Stream, cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Contains(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation), static finding => finding is { Kind: IntegrityKind.EventAltered, IsAlteration: true, Version: 6 });
    }

    [Fact]
    public async Task Append_AfterMartenBeganTheStream_IsCorrupt()
    {
        using var store = _schema.Open();
        Quick(Stream.Value, 2);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Append(Stream, 0, Samples.Steps(1, 1), Cancellation));
    }

    [Fact]
    public async Task Append_OptionalMetadataColumns_AreNoTrouble()
    {
        using var store = _schema.Open();
        _schema.Run("ALTER TABLE mt_events ADD COLUMN correlation_id varchar, ADD COLUMN causation_id varchar, ADD COLUMN headers jsonb");

        await store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);

        Assert.Equal(5, await store.ReadStream(Stream, cancellation: Cancellation).CountAsync(Cancellation));
        Assert.Empty(await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();

    private void Quick(string stream, int count) => MartenAppend.To(_schema, stream, count);
}
