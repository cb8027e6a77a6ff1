using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Sqlite;

/// <summary>
/// Whatever is changed in a ledger file, verification finds and names it. Without meaning, and therefore not found: the rows of
/// cached_states (a hint: the state it leads to is checked by its digest, and by the fingerprint of its step), those of leases, a state
/// held as a mask (kept longer than needed), and the free bytes of pages.
/// </summary>
public sealed class TamperingTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_Untouched_FindsNothingAndReportsTheEnd()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing);
        var progress = new LastReport();

        Assert.Empty(await store.Verify(progress, cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Equal(1, progress.Value);
    }

    [Theory]
    [InlineData("UPDATE events SET position = 100 WHERE position = 4", IntegrityKind.EventMissing, 5)]
    [InlineData("UPDATE events SET position = 0 WHERE position = 1", IntegrityKind.EventMissing, 0)]
    [InlineData("UPDATE events SET version = 50 WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET version = 0 WHERE position = 2", IntegrityKind.EventAltered, 2)]
    [InlineData("UPDATE events SET stream = 1 WHERE position = 6", IntegrityKind.EventMissing, 6)]
    [InlineData("UPDATE events SET stream = 3 WHERE position = 3", IntegrityKind.EventMissing, 4)]
    [InlineData("UPDATE events SET stream = 99 WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET alias = 'training_diverged' WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET alias = 'Step_trained' WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET body = replace(body, '0.25', '0.24') WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET body = body || ' ' WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET body = '' WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET body = (SELECT body FROM events WHERE position = 5) WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET metadata = replace(metadata, '2000', '2001') WHERE position = 1", IntegrityKind.MetadataAltered, 1)]
    [InlineData("UPDATE events SET metadata = NULL WHERE position = 1", IntegrityKind.MetadataAltered, 1)]
    [InlineData("UPDATE events SET metadata = '' WHERE position = 1", IntegrityKind.MetadataAltered, 1)]
    [InlineData("UPDATE events SET metadata = '{}' WHERE position = 4", IntegrityKind.MetadataAltered, 4)]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE position = 4", IntegrityKind.EventAltered, 4)]
    [InlineData("UPDATE events SET hash = zeroblob(31) WHERE position = 6", IntegrityKind.EventAltered, 6)]
    [InlineData("DELETE FROM events WHERE position = 4", IntegrityKind.EventMissing, 5)]
    [InlineData("DELETE FROM events WHERE position = 6", IntegrityKind.EventMissing, 7)]
    [InlineData("INSERT INTO events SELECT 8, stream, 6, alias, body, metadata, hash FROM events WHERE position = 6", IntegrityKind.EventAltered, 8)]
    [InlineData("UPDATE streams SET name = 'train-x' WHERE id = 2", IntegrityKind.EventAltered, 2)]
    [InlineData("UPDATE streams SET id = 77 WHERE id = 2", IntegrityKind.EventAltered, 2)]
    [InlineData("DELETE FROM streams WHERE id = 2", IntegrityKind.EventAltered, 2)]
    public async Task Verify_EventOrStreamChanged_NamesTheEvent(string sql, IntegrityKind kind, long position)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper(sql);

        var findings = await ledger.Verify(Cancellation);

        var named = findings.First(finding => finding.Kind == kind && finding.Position == position);
        Assert.NotNull(named.Version);
        Assert.Contains($"position {position}", named.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE streams SET version = 4 WHERE id = 2")]
    [InlineData("UPDATE streams SET version = 6 WHERE id = 2")]
    [InlineData("DELETE FROM events WHERE position = 7")]
    [InlineData("INSERT INTO streams VALUES (9, 'train-empty', 0)")]
    [InlineData("INSERT INTO streams VALUES (9, 'train-gone', 3)")]
    public async Task Verify_EndOfStreamChanged_NamesTheStream(string sql)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper(sql);

        var finding = Assert.Single(await ledger.Verify(Cancellation), static finding => finding.Kind == IntegrityKind.EventMissing);

        Assert.NotNull(finding.Stream);
    }

    [Theory]
    [InlineData("UPDATE blobs SET content = zeroblob(9) WHERE kind = 'mask'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET content = zeroblob(0) WHERE kind = 'state'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET content = CAST(content || x'00' AS BLOB) WHERE kind = 'state'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET digest = zeroblob(32) WHERE kind = 'mask'", IntegrityKind.BlobMissing)]
    [InlineData("UPDATE blobs SET digest = zeroblob(32) WHERE kind = 'state'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET digest = x'00' WHERE kind = 'state'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET kind = 'state' WHERE kind = 'mask'", IntegrityKind.BlobAltered)]
    [InlineData("UPDATE blobs SET kind = 'other' WHERE kind = 'state'", IntegrityKind.BlobAltered)]
    [InlineData("DELETE FROM blobs WHERE kind = 'mask'", IntegrityKind.BlobMissing)]
    public async Task Verify_BlobChanged_IsFound(string sql, IntegrityKind kind)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper(sql);

        Assert.Contains(await ledger.Verify(Cancellation), finding => finding.Kind == kind);
    }

    [Theory]
    [InlineData("events", "body", "position = 4", IntegrityKind.EventAltered)]
    [InlineData("events", "body", "position = 7", IntegrityKind.EventAltered)]
    [InlineData("events", "alias", "position = 4", IntegrityKind.EventAltered)]
    [InlineData("events", "hash", "position = 4", IntegrityKind.EventAltered)]
    [InlineData("events", "metadata", "position = 1", IntegrityKind.MetadataAltered)]
    [InlineData("streams", "name", "id = 2", IntegrityKind.EventAltered)]
    [InlineData("blobs", "content", "kind = 'mask'", IntegrityKind.BlobAltered)]
    [InlineData("blobs", "digest", "kind = 'state'", IntegrityKind.BlobAltered)]
    public async Task Verify_AnyByteChanged_IsFound(string table, string column, string row, IntegrityKind kind)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        var type = column is "hash" or "content" or "digest" ? "BLOB" : "TEXT";
        var original = (string)ledger.Tamper($"SELECT hex(CAST({column} AS BLOB)) FROM {table} WHERE {row}")!;
        for (var at = 0; at < original.Length; at += 2)
        {
            var changed = $"{original[..at]}{Convert.ToInt32(original[at..(at + 2)], 16) ^ 1:X2}{original[(at + 2)..]}";
            ledger.Tamper($"UPDATE {table} SET {column} = CAST(x'{changed}' AS {type}) WHERE {row}");

            Assert.Contains(await ledger.Verify(Cancellation), finding => finding.Kind == kind);

            ledger.Tamper($"UPDATE {table} SET {column} = CAST(x'{original}' AS {type}) WHERE {row}");
        }

        Assert.Empty(await ledger.Verify(Cancellation));
    }

    // Whatever byte of the file is flipped: opening refuses it, or verification finds it, or nothing that has a meaning changed.
    [Fact]
    public async Task Verify_AnyByteOfTheFileFlipped_IsFoundOrMeansNothing()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        var content = await ledger.Content(Cancellation);
        var bytes = await File.ReadAllBytesAsync(ledger.Path, Cancellation);
        var found = 0;
        for (var at = 0; at < bytes.Length; at += at < 100 ? 1 : 97)
        {
            bytes[at] ^= 0x10;
            await File.WriteAllBytesAsync(ledger.Path, bytes, Cancellation);
            try
            {
                var findings = await ledger.Verify(Cancellation);
                found += findings.Count > 0 ? 1 : 0;
                if (findings.Count == 0)
                {
                    Assert.Equal(content, await ledger.Content(Cancellation));
                }
            }
            catch (Exception exception) when (exception is CorruptLedgerException or NewerLedgerException or StoreWriteException)
            {
                found++;
            }

            bytes[at] ^= 0x10;
        }

        Assert.True(found > 50, $"only {found} flips were found");
    }

    [Fact]
    public async Task Get_AlteredBlob_IsCorruptButCanBeLookedAt()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper("UPDATE blobs SET content = x'00' WHERE kind = 'mask'");
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing);
        var digest = Events.Hashing.Digest.Of("mask bits"u8);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => store.Get(digest, Cancellation));
        Assert.Equal([0], await store.GetUnchecked(digest, Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Put_OverAlteredBlob_RepairsAStateAndRefusesAMask(bool isStreamed)
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        ledger.Tamper("UPDATE blobs SET content = x'00'");
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => Put(BlobKind.Mask, "mask bits"u8.ToArray()));
        await Put(BlobKind.State, "weights"u8.ToArray());

        Assert.Equal("weights"u8.ToArray(), await store.Get(Events.Hashing.Digest.Of("weights"u8), Cancellation));
        Assert.Equal([0], await store.GetUnchecked(Events.Hashing.Digest.Of("mask bits"u8), Cancellation));

        Task Put(BlobKind kind, byte[] content) => isStreamed
            ? store.Put(kind, Events.Hashing.Digest.Of(content), new MemoryStream(content), Cancellation)
            : store.Put(kind, content, Cancellation);
    }

    [Fact]
    public async Task Verify_Cancelled_Stops()
    {
        using var ledger = await SampleLedger.Write(Cancellation);
        using var store = SqliteLedgerStore.Open(ledger.Path, OpenMode.Existing);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.Verify(cancellation: new CancellationToken(true)).ToListAsync(Cancellation));
    }

    private sealed class LastReport : IProgress<double>
    {
        public double Value { get; private set; }

        public void Report(double value) => Value = value;
    }
}
