using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>The tree that a store keeps is the one that its events make.</summary>
public abstract class TreeContract : LedgerStoreSuite
{
    private const int Tile = TreeFrontier.TileWidth;

    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(1000)]
    public async Task ReadTile_AnySize_IsWhatTheEventsMake(int events)
    {
        var stream = Samples.Stream("train", 1);
        for (var version = 0; version < events; version += 97)
        {
            await (version % 2 == 0 ? Store : Second).Append(stream, version, Samples.Steps(version + 1, Math.Min(97, events - version)), Cancellation);
        }

        await Check();
    }

    [Fact]
    public async Task ReadTile_BeyondTwoLevels_IsWhatTheEventsMake()
    {
        await Store.Append(Samples.Stream("attempt", 1), 0, [Samples.AttemptStarted()], Cancellation);
        await Store.Append(Samples.Stream("train", 1), 0, Samples.Steps(1, (Tile * Tile) + 300), Cancellation);

        await Check();
    }

    [Fact]
    public async Task ReadTile_NotThere_IsRefused()
    {
        await Store.Append(Samples.Stream("train", 1), 0, Samples.Steps(1, 300), Cancellation);

        await Assert.ThrowsAsync<CorruptLedgerException>(() => Store.ReadTile(0, 1, 45, Cancellation));
        await Assert.ThrowsAsync<CorruptLedgerException>(() => Store.ReadTile(1, 0, 2, Cancellation));
    }

    private async Task Check()
    {
        Reopen();
        var hashes = await Store.ReadAll(cancellation: Cancellation).Select(EventLeaf.Of).ToListAsync(Cancellation);
        var expected = hashes;
        for (var level = 0; expected.Count > 0; level++)
        {
            for (var first = 0; first < expected.Count; first += Tile)
            {
                var tile = expected.Slice(first, Math.Min(Tile, expected.Count - first));
                Assert.Equal(tile, await Store.ReadTile(level, first / Tile, tile.Count, Cancellation));
            }

            expected = [.. Enumerable.Range(0, expected.Count / Tile).Select(entry => TreeHash.Root([.. expected.Skip(entry * Tile).Take(Tile)]))];
        }

        var frontier = await TreeFrontier.Read(Store, hashes.Count, Cancellation);
        Assert.Equal(Root(hashes), frontier.Root);
    }

    private static Digest Root(List<Digest> hashes) => TreeHash.Root([.. hashes]);
}
