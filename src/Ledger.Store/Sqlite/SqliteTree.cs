using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Store.Sqlite;

/// <summary>The Merkle tree on one connection: leaf hashes follow from events, entries above them are stored as they become complete.</summary>
internal sealed class SqliteTree(SqliteSession session) : ITileSource
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default)
    {
        var first = index * TreeFrontier.TileWidth;
        var tile = level == 0 ? Leaves(first, width) : Entries(level, first, width);
        return tile.Count == width
            ? Task.FromResult<IReadOnlyList<Digest>>(tile)
            : throw new CorruptLedgerException($"{session.Path}: the tree has {tile.Count} of {width} hashes in tile {index} of level {level}; `ledger verify` lists what is damaged");
    }

    /// <summary>The frontier of the whole tree; call it inside the transaction that appends.</summary>
    public TreeFrontier Frontier(long size) => TreeFrontier.Read(this, size).GetAwaiter().GetResult();

    /// <summary>Stores entries that became complete.</summary>
    public void Add(IEnumerable<TileEntry> complete)
    {
        foreach (var (level, entry, hash) in complete)
        {
            session.Prepare("INSERT INTO tree(level, entry, hash) VALUES(?1, ?2, ?3)").Bind(1, level).Bind(2, entry).Bind(3, hash).Execute();
        }
    }

    /// <summary>Stores every entry that is complete but missing, in a ledger from before there was a tree.</summary>
    public void CatchUp()
    {
        var covered = session.Number("SELECT coalesce(max(entry) + 1, 0) FROM tree WHERE level = 1") * TreeFrontier.TileWidth;
        var last = session.Number(SqliteEvents.LastPosition);
        if (last - covered < TreeFrontier.TileWidth)
        {
            return;
        }

        var frontier = Frontier(covered);
        var complete = new List<TileEntry>();
        while (frontier.Size < last)
        {
            foreach (var leaf in Leaves(frontier.Size, SqliteEvents.Page))
            {
                frontier.Add(leaf, complete);
            }

            Add(complete);
            complete.Clear();
        }
    }

    private List<Digest> Leaves(long first, int count) =>
        [.. new SqliteEvents(session).After(first, null).Take(count).Select(EventLeaf.Of)];

    private List<Digest> Entries(int level, long first, int count)
    {
        var rows = session.Prepare("SELECT hash FROM tree WHERE level = ?1 AND entry >= ?2 AND entry < ?3 ORDER BY entry").Bind(1, level).Bind(2, first).Bind(3, first + count);
        var hashes = new List<Digest>(count);
        while (rows.Step())
        {
            hashes.Add(rows.DigestAt(0));
        }

        return hashes;
    }
}
