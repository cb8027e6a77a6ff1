using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Postgres;

/// <summary>Whatever an owner changes in the tables with the triggers off, verification finds; what carries no meaning is listed in docs/postgres.md.</summary>
public sealed class PostgresTamperingTests : IDisposable
{
    private readonly TestSchema _schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_Untouched_FindsNothing()
    {
        await Write();

        Assert.Empty(await Verify());
    }

    [Theory]
    [InlineData("UPDATE mt_events SET data = jsonb_set(data, '{loss}', '\"0.24\"') WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET data = data || '{\"more\": 1}' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET data = 'null' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET type = 'training_diverged' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET id = gen_random_uuid() WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET version = 50 WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET stream_id = 'nowhere' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET stream_id = NULL WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET is_archived = true WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET is_archived = NULL WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET tenant_id = 'x' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET bdata = '' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET mt_dotnet_type = 'x' WHERE seq_id = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE mt_events SET seq_id = 99 WHERE seq_id = 4", IntegrityKind.EventMissing, 5)]
    [InlineData("DELETE FROM mt_events WHERE seq_id = 4", IntegrityKind.EventMissing, 5)]
    [InlineData("DELETE FROM mt_events WHERE seq_id = 7", IntegrityKind.EventMissing, 7)]
    [InlineData("DELETE FROM ledger_leaves WHERE position = 2", IntegrityKind.EventMissing, 7)]
    [InlineData("UPDATE ledger_leaves SET hash_ends = set_byte(hash_ends, 40, 255 - get_byte(hash_ends, 40)) WHERE position = 2", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE ledger_leaves SET seq_id = 99 WHERE position = 2", IntegrityKind.EventMissing, 7)]
    [InlineData("UPDATE ledger_leaves SET position = 99 WHERE position = 2", IntegrityKind.EventMissing, 7)]
    [InlineData("UPDATE ledger_metadata SET metadata = replace(metadata, '2000', '2001')", IntegrityKind.MetadataAltered, 1)]
    [InlineData("DELETE FROM ledger_metadata", IntegrityKind.MetadataAltered, 1)]
    [InlineData("INSERT INTO ledger_metadata VALUES(4, '{}')", IntegrityKind.MetadataAltered, 4)]
    [InlineData("DELETE FROM mt_streams WHERE id LIKE 'train-%'", IntegrityKind.EventAltered, 2)]
    public async Task Verify_EventChanged_NamesThePosition(string sql, IntegrityKind kind, long position)
    {
        await Write();
        _schema.Tamper(sql);

        Assert.Contains(await Verify(), finding => finding.Kind == kind && finding.Position == position);
    }

    [Theory]
    [InlineData("UPDATE mt_streams SET version = 4 WHERE id LIKE 'train-%'", IntegrityKind.EventMissing)]
    [InlineData("UPDATE mt_streams SET version = NULL WHERE id LIKE 'train-%'", IntegrityKind.EventMissing)]
    [InlineData("UPDATE mt_streams SET is_archived = true WHERE id LIKE 'train-%'", IntegrityKind.EventAltered)]
    [InlineData("UPDATE mt_streams SET type = 'x' WHERE id LIKE 'train-%'", IntegrityKind.EventAltered)]
    [InlineData("INSERT INTO mt_streams(id, version) VALUES('train-gone', 3)", IntegrityKind.EventMissing)]
    [InlineData("DELETE FROM mt_events WHERE seq_id = 7; DELETE FROM ledger_leaves WHERE seq_id = 7", IntegrityKind.EventMissing)]
    [InlineData("INSERT INTO ledger_metadata VALUES(99, '{}')", IntegrityKind.MetadataAltered)]
    [InlineData("INSERT INTO ledger_tree VALUES(1, 0, '')", IntegrityKind.TreeAltered)]
    [InlineData("UPDATE ledger_masks SET content = content || '\\x00' WHERE codec = 0", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_masks SET content = '' WHERE codec = 1", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_masks SET codec = 7", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_masks SET codec = 1 - codec", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_masks SET length = length + 1", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_masks SET digest = '\\x00' WHERE codec = 0", IntegrityKind.BlobAltered)]
    [InlineData("DELETE FROM ledger_masks", IntegrityKind.BlobMissing)]
    [InlineData("UPDATE ledger_states SET content = ''", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_states SET chunk = 1", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE ledger_states SET digest = '\\x00'", IntegrityKind.BlobAltered)]
    [InlineData("SELECT setval('mt_events_sequence', 2)", IntegrityKind.StoreDamaged)]
    [InlineData("ALTER TABLE mt_events DISABLE TRIGGER ledger_guard", IntegrityKind.StoreDamaged)]
    [InlineData("DROP TRIGGER ledger_guard ON ledger_masks", IntegrityKind.StoreDamaged)]
    [InlineData("ALTER TABLE ledger_tree RENAME TO elsewhere", IntegrityKind.StoreDamaged)]
    public async Task Verify_AnythingElseChanged_IsFound(string sql, IntegrityKind kind)
    {
        await Write();
        _schema.Tamper(sql);

        Assert.Contains(await Verify(), finding => finding.Kind == kind && finding.IsAlteration);
    }

    [Fact]
    public async Task Get_AlteredMask_IsCorruptAndStatesAreRepaired()
    {
        await Write();
        _schema.Tamper("UPDATE ledger_masks SET content = '\\x00' WHERE codec = 0; UPDATE ledger_states SET content = '\\x00'");
        using var store = _schema.Open();

        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Get(Events.Hashing.Digest.Of("mask bits"u8), Cancellation));
        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Put(BlobKind.Mask, "mask bits"u8.ToArray(), Cancellation));
        var state = await store.Put(BlobKind.State, "weights"u8.ToArray(), Cancellation);
        Assert.Equal("weights"u8.ToArray(), await store.Get(state, Cancellation));
    }

    /// <inheritdoc/>
    public void Dispose() => _schema.Dispose();

    private async Task Write()
    {
        using var store = _schema.Open();
        await store.Append(SampleLedger.Attempt, 0, [Samples.AttemptStarted()], Cancellation);
        await store.Append(SampleLedger.Training, 0, Samples.Steps(1, 5), Cancellation);
        await store.Append(SampleLedger.Drawing, 0, [Samples.MaskDrawn(await store.Put(BlobKind.Mask, "mask bits"u8.ToArray(), Cancellation))], Cancellation);
        await store.Put(BlobKind.Mask, new byte[1000], Cancellation);
        await store.Note(SampleLedger.Training, 5, await store.Put(BlobKind.State, "weights"u8.ToArray(), Cancellation), Cancellation);
    }

    private async Task<List<IntegrityFinding>> Verify()
    {
        using var store = _schema.Open(OpenMode.ReadOnly);
        return await store.Verify(cancellation: Cancellation).ToListAsync(Cancellation);
    }
}
