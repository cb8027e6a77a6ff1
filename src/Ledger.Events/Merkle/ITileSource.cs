using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Reads a tree of leaves in tiles, 256 hashes wide (C2SP tlog-tiles).</summary>
public interface ITileSource
{
    /// <summary>The first hashes of a tile; throws if the tree does not have them.</summary>
    /// <param name="level">0 for leaf hashes; an entry of level L is the root over 256^L leaves.</param>
    /// <param name="index">Which tile of the level, from 0: its entries begin at 256 · index.</param>
    /// <param name="width">How many entries, 1 to 256.</param>
    /// <param name="cancellation">Stops reading.</param>
    Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default);
}
