using Ledger.Events.Hashing;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>What every blob store does.</summary>
public abstract class BlobStoreContract : LedgerStoreSuite
{
    private static readonly byte[] Content = [1, 2, 3, 0, 255];

    private IBlobStore Blobs => Store;

    [Fact]
    public async Task Put_Content_IsFoundByItsDigest()
    {
        var digest = await Blobs.Put(BlobKind.State, Content, Cancellation);

        Assert.Equal(Digest.Of(Content), digest);
        Assert.True(await Blobs.Has(digest, Cancellation));
        Assert.Equal(Content, await Blobs.Get(digest, Cancellation));
        Assert.Equal(Content, await Blobs.GetUnchecked(digest, Cancellation));
    }

    [Fact]
    public async Task Put_Again_ChangesNothing()
    {
        await Blobs.Put(BlobKind.State, Content, Cancellation);
        await Blobs.Put(BlobKind.State, Content, Cancellation);

        Assert.Equal([new BlobEntry(Digest.Of(Content), BlobKind.State, Content.Length)], await Blobs.ListBlobs(Cancellation).ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData(BlobKind.State, BlobKind.Mask)]
    [InlineData(BlobKind.Mask, BlobKind.State)]
    public async Task Put_AsMaskAndAsState_IsKeptAsMask(BlobKind first, BlobKind second)
    {
        await Blobs.Put(first, Content, Cancellation);
        await Blobs.Put(second, Content, Cancellation);

        Assert.Equal(BlobKind.Mask, (await Blobs.ListBlobs(Cancellation).SingleAsync(Cancellation)).Kind);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4096)]
    [InlineData(2_133_000)]
    public async Task Put_AnyLength_ComesBackWhole(int length)
    {
        var content = Enumerable.Range(0, length).Select(static i => (byte)(i * 31)).ToArray();

        var digest = await Blobs.Put(BlobKind.State, content, Cancellation);
        Reopen();

        Assert.Equal(content, await Blobs.Get(digest, Cancellation));
        Assert.Equal(length, (await Blobs.ListBlobs(Cancellation).SingleAsync(Cancellation)).Length);
    }

    [Fact]
    public async Task Put_FromSeveralTasks_StoresOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Store : Second).Put(BlobKind.Mask, Content, Cancellation), Cancellation)));

        Assert.Single(await Blobs.ListBlobs(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Get_Absent_IsNull()
    {
        var digest = Digest.Of(Content);

        Assert.False(await Blobs.Has(digest, Cancellation));
        Assert.Null(await Blobs.Get(digest, Cancellation));
        Assert.Null(await Blobs.GetUnchecked(digest, Cancellation));
    }

    [Fact]
    public async Task List_ManyBlobs_AreInOrdinalOrderOfDigests()
    {
        for (var i = 0; i < 600; i++)
        {
            await Blobs.Put(BlobKind.State, BitConverter.GetBytes(i), Cancellation);
        }

        var listed = await Blobs.ListBlobs(Cancellation).Select(static entry => entry.Digest.ToString()).ToListAsync(Cancellation);

        Assert.Equal(600, listed.Count);
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task Remove_SomeOfThemAbsent_FreesTheOthers()
    {
        var kept = await Blobs.Put(BlobKind.Mask, "kept"u8.ToArray(), Cancellation);
        var gone = await Blobs.Put(BlobKind.State, Content, Cancellation);

        var freed = await Blobs.Remove([gone, Digest.Of("absent"u8)], Cancellation);

        Assert.Equal(Content.Length, freed);
        Assert.False(await Blobs.Has(gone, Cancellation));
        Assert.True(await Blobs.Has(kept, Cancellation));
    }

    [Fact]
    public async Task Put_Cancelled_StoresNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Blobs.Put(BlobKind.State, Content, new CancellationToken(true)));

        Assert.False(await Blobs.Has(Digest.Of(Content), Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_536)]
    [InlineData(131_073)]
    [InlineData(2_133_000)]
    public async Task PutStream_AnyLength_ComesBackWholeInPieces(int length)
    {
        var content = Enumerable.Range(0, length).Select(static i => (byte)(i * 31)).ToArray();
        var digest = Digest.Of(content);

        await Blobs.Put(BlobKind.State, digest, new MemoryStream(content), Cancellation);
        Reopen();

        Assert.Equal(content, await Blobs.Get(digest, Cancellation));
        await using var opened = await Blobs.OpenBlob(digest, Cancellation);
        Assert.Equal(length, opened!.Length);
        Assert.Equal(content, await Pieces(opened, 1000));
    }

    [Fact]
    public async Task PutStream_FromTheMiddle_StoresWhatIsLeft()
    {
        await Blobs.Put(BlobKind.State, Digest.Of(Content.AsSpan(2)), new MemoryStream(Content) { Position = 2 }, Cancellation);

        Assert.Equal(Content[2..], await Blobs.Get(Digest.Of(Content.AsSpan(2)), Cancellation));
    }

    [Fact]
    public async Task PutStream_WrongDigest_IsRefusedAndStoresNothing()
    {
        var wanted = Digest.Of("wanted"u8);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => Blobs.Put(BlobKind.State, wanted, new MemoryStream(Content), Cancellation));

        Assert.Empty(await Blobs.ListBlobs(Cancellation).ToListAsync(Cancellation));
        await Blobs.Put(BlobKind.State, wanted, new MemoryStream("wanted"u8.ToArray()), Cancellation);
        await Assert.ThrowsAsync<CorruptLedgerException>(() => Blobs.Put(BlobKind.Mask, wanted, new MemoryStream(Content), Cancellation));
        Assert.Equal(new BlobEntry(wanted, BlobKind.State, 6), await Blobs.ListBlobs(Cancellation).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task PutStream_ContentBreaksOff_StoresNothing()
    {
        var content = new byte[300_000];

        await Assert.ThrowsAnyAsync<IOException>(() => Blobs.Put(BlobKind.State, Digest.Of(content), new BrokenStream(content), Cancellation));

        Assert.False(await Blobs.Has(Digest.Of(content), Cancellation));
        await Blobs.Put(BlobKind.State, content, Cancellation);
        Assert.True(await Blobs.Has(Digest.Of(content), Cancellation));
    }

    [Theory]
    [InlineData(BlobKind.State, BlobKind.Mask, BlobKind.Mask)]
    [InlineData(BlobKind.Mask, BlobKind.State, BlobKind.Mask)]
    [InlineData(BlobKind.State, BlobKind.State, BlobKind.State)]
    public async Task PutStream_Again_ChangesNothingButAStateIntoAMask(BlobKind first, BlobKind second, BlobKind kept)
    {
        var digest = Digest.Of(Content);
        await Blobs.Put(first, digest, new MemoryStream(Content), Cancellation);
        await Blobs.Put(second, digest, new MemoryStream(Content), Cancellation);

        Assert.Equal(new BlobEntry(digest, kept, Content.Length), await Blobs.ListBlobs(Cancellation).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task PutStream_Cancelled_StoresNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Blobs.Put(BlobKind.State, Digest.Of(Content), new MemoryStream(Content), new CancellationToken(true)));

        Assert.False(await Blobs.Has(Digest.Of(Content), Cancellation));
    }

    [Fact]
    public async Task OpenBlob_Absent_IsNull() => Assert.Null(await Blobs.OpenBlob(Digest.Of(Content), Cancellation));

    [Fact]
    public async Task OpenBlob_WhileOthersReadAndWrite_ReadsOn()
    {
        var content = Enumerable.Range(0, 500_000).Select(static i => (byte)i).ToArray();
        var digest = await Blobs.Put(BlobKind.State, content, Cancellation);
        await using var opened = await Blobs.OpenBlob(digest, Cancellation);
        await using var again = await Second.OpenBlob(digest, Cancellation);
        var head = new byte[1000];
        await opened!.ReadExactlyAsync(head, Cancellation);

        await Second.Put(BlobKind.State, digest: Digest.Of(Content), new MemoryStream(Content), Cancellation);
        await Blobs.Put(BlobKind.Mask, "mask"u8.ToArray(), Cancellation);

        Assert.Equal(content, head.Concat(await Pieces(opened, 70_000)));
        Assert.Equal(content, await Pieces(again!, 499_999));
    }

    private static async Task<byte[]> Pieces(Stream content, int size)
    {
        var (all, piece) = (new MemoryStream(), new byte[size]);
        for (int read; (read = await content.ReadAsync(piece, Cancellation)) > 0;)
        {
            all.Write(piece, 0, read);
        }

        return all.ToArray();
    }

    private sealed class BrokenStream(byte[] content) : MemoryStream(content)
    {
        public override int Read(Span<byte> buffer) => Position < 200_000 ? base.Read(buffer) : throw new IOException("broken");

        public override int Read(byte[] buffer, int offset, int count) => Position < 200_000 ? base.Read(buffer, offset, count) : throw new IOException("broken");

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(Read(buffer, offset, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));
    }

    [Fact]
    public async Task Compact_AfterStatesWereDropped_KeepsWhatIsRecorded()
    {
        var mask = await Store.Put(BlobKind.Mask, new byte[5000], Cancellation);
        var states = new List<Digest>();
        for (byte fill = 1; fill <= 20; fill++)
        {
            states.Add(await Store.Put(BlobKind.State, Enumerable.Repeat(fill, 200_000).ToArray(), Cancellation));
        }

        await Store.Append(Samples.Stream("train", 1), 0, Samples.Steps(1, 300), Cancellation);
        await Store.Remove(states, Cancellation);
        var before = await Store.Measure(Cancellation);

        await Store.Compact(Cancellation);

        var after = await Second.Measure(Cancellation);
        Assert.Equal((before.Events, 1, 0), (after.Events, after.Masks, after.States));
        Assert.True(after.TotalBytes < before.TotalBytes, $"{after.TotalBytes} bytes after, {before.TotalBytes} before");
        Assert.Equal(new byte[5000], await Second.Get(mask, Cancellation));
        Assert.Empty(await Second.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }
}
