using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>What every state cache does.</summary>
public abstract class StateCacheContract : LedgerStoreSuite
{
    private static readonly StreamName Trajectory = Samples.Stream("train", 1);

    private IStateCache Cache => Store;

    [Fact]
    public async Task Nearest_BetweenNotes_IsTheLatestAtOrBefore()
    {
        var (early, late) = (await Noted(100), await Noted(300));

        Assert.Null(await Cache.Nearest(Trajectory, 99, Cancellation));
        Assert.Equal(early, await Cache.Nearest(Trajectory, 100, Cancellation));
        Assert.Equal(early, await Cache.Nearest(Trajectory, 299, Cancellation));
        Assert.Equal(late, await Cache.Nearest(Trajectory, int.MaxValue, Cancellation));
    }

    [Fact]
    public async Task Nearest_AnotherTrajectory_IsNull()
    {
        await Noted(100);

        Assert.Null(await Cache.Nearest(Samples.Stream("train", 2), 100, Cancellation));
    }

    [Fact]
    public async Task Nearest_BlobIsGone_IsTheOneBefore()
    {
        var (early, late) = (await Noted(100), await Noted(300));
        await Store.Remove([late.State], Cancellation);

        Assert.Equal(early, await Cache.Nearest(Trajectory, 300, Cancellation));
        Assert.Equal([early], await Cache.ListStates(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Note_Again_Replaces()
    {
        await Noted(100);
        var state = await Store.Put(BlobKind.State, "other"u8.ToArray(), Cancellation);

        await Cache.Note(Trajectory, 100, state, Cancellation);

        Assert.Equal(new CachedState(Trajectory, 100, state), await Cache.Nearest(Trajectory, 100, Cancellation));
        Assert.Single(await Cache.ListStates(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Forget_Note_LeavesTheBlob()
    {
        var noted = await Noted(100);

        await Cache.Forget(Trajectory, 100, Cancellation);
        await Cache.Forget(Trajectory, 100, Cancellation);

        Assert.Null(await Cache.Nearest(Trajectory, 100, Cancellation));
        Assert.True(await Store.Has(noted.State, Cancellation));
    }

    [Fact]
    public async Task List_SeveralTrajectories_HasThemAll()
    {
        await Noted(0);
        await Noted(5);
        await Cache.Note(Samples.Stream("train", 2), 7, await Store.Put(BlobKind.State, "other"u8.ToArray(), Cancellation), Cancellation);

        Assert.Equal(3, await Cache.ListStates(Cancellation).CountAsync(Cancellation));
    }

    private async Task<CachedState> Noted(int step)
    {
        var state = await Store.Put(BlobKind.State, BitConverter.GetBytes(step), Cancellation);
        await Cache.Note(Trajectory, step, state, Cancellation);
        return new CachedState(Trajectory, step, state);
    }
}
