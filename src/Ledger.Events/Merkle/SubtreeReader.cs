using System.Numerics;
using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Hashes of subtrees of the first leaves of a stored tree; reads each tile once.</summary>
internal sealed class SubtreeReader(ITileSource tiles, long size, CancellationToken cancellation)
{
    private const int TileHeight = 8;

    private readonly Dictionary<(int Level, long Index), Digest[]> _read = [];

    /// <summary>The root over leaves of the tree that make one of its subtrees.</summary>
    public async Task<Digest> Hash(long start, long count)
    {
        if (BitOperations.IsPow2(count))
        {
            return await Complete(start, BitOperations.Log2((ulong)count)).ConfigureAwait(false);
        }

        var left = MerkleTree.LargestPowerBelow(count);
        return TreeHash.Node(await Hash(start, left).ConfigureAwait(false), await Hash(start + left, count - left).ConfigureAwait(false));
    }

    private async Task<Digest> Complete(long start, int height)
    {
        var (level, entries) = (height / TileHeight, 1 << (height % TileHeight));
        var first = start >> (TileHeight * level);
        var tile = await Tile(level, first / TreeFrontier.TileWidth).ConfigureAwait(false);
        return TreeHash.Root(tile.AsSpan((int)(first % TreeFrontier.TileWidth), entries));
    }

    private async Task<Digest[]> Tile(int level, long index)
    {
        if (_read.TryGetValue((level, index), out var known))
        {
            return known;
        }

        var width = Math.Min(TreeFrontier.TileWidth, (size >> (TileHeight * level)) - (index * TreeFrontier.TileWidth));
        return _read[(level, index)] = [.. await tiles.ReadTile(level, index, (int)width, cancellation).ConfigureAwait(false)];
    }
}
