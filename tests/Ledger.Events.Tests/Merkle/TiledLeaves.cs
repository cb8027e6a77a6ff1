using System.Buffers.Binary;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>A tree in memory, filled through <see cref="TreeFrontier"/> as a store fills its own; counts the tiles it hands out.</summary>
public sealed class TiledLeaves : ITileSource
{
    private readonly Dictionary<(int Level, long Index), Digest> _complete = [];

    /// <summary>A tree over these leaves.</summary>
    public TiledLeaves(IReadOnlyList<Digest> leaves)
    {
        Leaves = [.. leaves];
        var frontier = new TreeFrontier();
        var complete = new List<TileEntry>();
        foreach (var leaf in leaves)
        {
            frontier.Add(leaf, complete);
        }

        foreach (var (level, index, hash) in complete)
        {
            _complete.Add((level, index), hash);
        }
    }

    /// <summary>The leaf hashes.</summary>
    public Digest[] Leaves { get; }

    /// <summary>Tiles read so far.</summary>
    public int Reads { get; private set; }

    /// <summary>Leaves that differ from each other.</summary>
    public static Digest[] Numbered(int count)
    {
        var leaves = new Digest[count];
        var content = new byte[4];
        for (var i = 0; i < count; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(content, i);
            leaves[i] = TreeHash.Leaf(content);
        }

        return leaves;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Digest>> ReadTile(int level, long index, int width, CancellationToken cancellation = default)
    {
        Reads++;
        var first = index * TreeFrontier.TileWidth;
        IReadOnlyList<Digest> tile = level == 0
            ? Leaves[(int)first..(int)(first + width)]
            : [.. Enumerable.Range(0, width).Select(i => _complete[(level, first + i)])];
        return Task.FromResult(tile);
    }
}
