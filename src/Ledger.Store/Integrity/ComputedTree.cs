using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Store.Integrity;

/// <summary>The tree as the events make it, whatever is stored: entries above the leaves in memory, leaves from the events.</summary>
internal sealed class ComputedTree(IVerificationSource source) : ITileSource
{
    private readonly Dictionary<(int Level, long Index), Digest> _entries = [];

    /// <summary>How many leaves there are.</summary>
    public long Size { get; private set; }

    /// <summary>Adds the first level's entries over the next range.</summary>
    /// <param name="entries">In order; those of which a leaf is missing are not there.</param>
    /// <param name="size">Leaves up to the range's end.</param>
    public void Add(IReadOnlyList<TileEntry> entries, long size)
    {
        Size = Math.Max(Size, size);
        foreach (var entry in entries)
        {
            Add(entry);
        }
    }

    /// <summary>The hash of an entry, or null where events are missing or the entry is not complete.</summary>
    public Digest? Entry(int level, long index) => _entries.TryGetValue((level, index), out var hash) ? hash : null;

    /// <summary>All entries in order of level and index.</summary>
    public IEnumerable<TileEntry> Entries => _entries
        .Select(static entry => new TileEntry(entry.Key.Level, entry.Key.Index, entry.Value))
        .OrderBy(static entry => (entry.Level, entry.Index));

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default)
    {
        var first = index * TreeFrontier.TileWidth;
        var tile = level == 0 ? await Leaves(first, width, cancellation).ConfigureAwait(false) : Above(level, first, width);
        return tile.Count == width
            ? tile
            : throw new CorruptLedgerException($"the tree over {Size} events cannot be computed: {width - tile.Count} of {width} hashes of tile {index} of level {level} are missing, because events are");
    }

    private void Add(TileEntry entry)
    {
        _entries[(entry.Level, entry.Index)] = entry.Hash;
        if (entry.Index % TreeFrontier.TileWidth == TreeFrontier.TileWidth - 1
            && Above(entry.Level, entry.Index - TreeFrontier.TileWidth + 1, TreeFrontier.TileWidth) is { Count: TreeFrontier.TileWidth } tile)
        {
            Add(new TileEntry(entry.Level + 1, entry.Index / TreeFrontier.TileWidth, TreeHash.Root([.. tile])));
        }
    }

    private List<Digest> Above(int level, long first, int width) =>
        [.. Enumerable.Range(0, width).Select(i => Entry(level, first + i)).OfType<Digest>()];

    private async Task<List<Digest>> Leaves(long first, int width, CancellationToken cancellation)
    {
        var leaves = new List<Digest>(width);
        await foreach (var page in source.ReadEvents(new PositionRange(first + 1, first + width), cancellation).ConfigureAwait(false))
        {
            leaves.AddRange(page.Where(static row => row.Orphan is null).Select(static row => EventLeaf.Of(row.Stored)));
        }

        return leaves;
    }
}
