using System.Runtime.InteropServices;
using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>The right edge of a growing tree: the unfinished tile of every level. Whoever appends events appends their leaves here and stores the entries that become complete.</summary>
public sealed class TreeFrontier
{
    /// <summary>Hashes of a full tile.</summary>
    public const int TileWidth = 256;

    private readonly List<List<Digest>> _unfinished = [];

    /// <summary>The frontier of a tree without leaves.</summary>
    public TreeFrontier()
    {
    }

    private TreeFrontier(long size) => Size = size;

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>The root over all leaves (RFC 6962, section 2.1).</summary>
    public Digest Root
    {
        get
        {
            Digest? root = null;
            foreach (var tile in _unfinished.Where(static tile => tile.Count > 0))
            {
                root = TreeHash.Root(root is { } right ? [.. tile, right] : CollectionsMarshal.AsSpan(tile));
            }

            return root ?? TreeHash.Empty;
        }
    }

    /// <summary>The frontier of the first <paramref name="size"/> leaves of a stored tree.</summary>
    /// <param name="tiles">Holds every entry that <paramref name="size"/> leaves complete.</param>
    /// <param name="size">Leaves.</param>
    /// <param name="cancellation">Stops reading.</param>
    public static async Task<TreeFrontier> Read(ITileSource tiles, long size, CancellationToken cancellation = default)
    {
        var frontier = new TreeFrontier(size);
        var entries = size;
        for (var level = 0; entries > 0; level++)
        {
            var width = (int)(entries % TileWidth);
            frontier._unfinished.Add(width == 0 ? [] : [.. await tiles.ReadTile(level, entries / TileWidth, width, cancellation).ConfigureAwait(false)]);
            entries /= TileWidth;
        }

        return frontier;
    }

    /// <summary>Appends a leaf and adds the entries that it completes, lowest level first, to <paramref name="complete"/>.</summary>
    public void Add(Digest leaf, ICollection<TileEntry> complete)
    {
        var hash = leaf;
        var entries = Size++;
        for (var level = 0; ; level++)
        {
            if (_unfinished.Count == level)
            {
                _unfinished.Add([]);
            }

            var tile = _unfinished[level];
            tile.Add(hash);
            if (tile.Count < TileWidth)
            {
                return;
            }

            hash = TreeHash.Root(CollectionsMarshal.AsSpan(tile));
            tile.Clear();
            entries /= TileWidth;
            complete.Add(new TileEntry(level + 1, entries, hash));
        }
    }
}
