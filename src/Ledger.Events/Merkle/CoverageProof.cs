using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Shows that many leaves stand in a tree, with little more than the leaves themselves.</summary>
/// <param name="Size">Leaves of the tree. Like the root it must be known from elsewhere: a seal names both.</param>
/// <param name="Ranges">Which leaves are shown: ascending, none touching the next.</param>
/// <param name="Outside">The roots of the largest subtrees that hold none of them, from left to right.</param>
public sealed record CoverageProof(long Size, IReadOnlyList<LeafRange> Ranges, IReadOnlyList<Digest> Outside)
{
    /// <summary>True if the leaves, in order, and the rest of the tree have this root; needs no tree.</summary>
    public bool Proves(IReadOnlyList<Digest> leaves, Digest root)
    {
        if (!LeafRange.AreInOrder(Ranges, Size) || Ranges.Aggregate(0L, static (sum, range) => sum + range.Count) != leaves.Count)
        {
            return false;
        }

        var (nextLeaf, nextOutside) = (0, 0);
        return Hash(0, Size) == root && nextOutside == Outside.Count;

        Digest? Hash(long start, long count)
        {
            var share = LeafRange.Share(Ranges, start, count);
            if (share == LeafShare.None)
            {
                return nextOutside < Outside.Count ? Outside[nextOutside++] : null;
            }

            if (count == 1)
            {
                return leaves[nextLeaf++];
            }

            var left = MerkleTree.LargestPowerBelow(count);
            return Hash(start, left) is { } first && Hash(start + left, count - left) is { } second ? TreeHash.Node(first, second) : null;
        }
    }
}
