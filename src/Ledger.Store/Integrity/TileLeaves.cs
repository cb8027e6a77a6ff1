using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Store.Integrity;

/// <summary>Makes the first level of the tree from leaves that come in order; a tile of which a leaf is missing makes no entry.</summary>
internal sealed class TileLeaves
{
    private readonly Digest[] _leaves = new Digest[TreeFrontier.TileWidth];
    private readonly List<TileEntry> _entries = [];
    private long _tile = -1;
    private int _count;

    /// <summary>The entries that are complete.</summary>
    public IReadOnlyList<TileEntry> Entries => _entries;

    /// <summary>Adds the leaf at a position.</summary>
    public void Add(long position, Digest leaf)
    {
        var (tile, at) = Math.DivRem(position - 1, TreeFrontier.TileWidth);
        if (at == 0)
        {
            (_tile, _count) = (tile, 0);
        }

        if (tile != _tile || at != _count)
        {
            return;
        }

        _leaves[_count++] = leaf;
        if (_count == _leaves.Length)
        {
            _entries.Add(new TileEntry(1, tile, TreeHash.Root(_leaves)));
        }
    }
}
