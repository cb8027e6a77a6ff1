using Ledger.Events.Hashing;
using Ledger.Store.Contract;

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
}
