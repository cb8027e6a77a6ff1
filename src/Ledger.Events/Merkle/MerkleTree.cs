using System.Numerics;
using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Roots and proofs of a stored tree at any size it has had, from a few tiles (RFC 6962, section 2.1).</summary>
public sealed class MerkleTree(ITileSource tiles)
{
    /// <summary>The root over the first <paramref name="size"/> leaves.</summary>
    public async Task<Digest> Root(long size, CancellationToken cancellation = default) =>
        size == 0 ? TreeHash.Empty : await At(size, cancellation).Hash(0, size).ConfigureAwait(false);

    /// <summary>Shows that a leaf stands at <paramref name="index"/>, from 0, of the first <paramref name="size"/> leaves.</summary>
    public async Task<InclusionProof> InclusionProof(long index, long size, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var tree = At(size, cancellation);
        var path = new List<Digest>();
        var (start, count) = (0L, size);
        while (count > 1)
        {
            var left = LargestPowerBelow(count);
            var isLeft = index < start + left;
            path.Add(isLeft ? await tree.Hash(start + left, count - left).ConfigureAwait(false) : await tree.Hash(start, left).ConfigureAwait(false));
            (start, count) = isLeft ? (start, left) : (start + left, count - left);
        }

        path.Reverse();
        return new InclusionProof(index, size, path);
    }

    /// <summary>Shows that the tree of <paramref name="newSize"/> leaves begins with the tree of <paramref name="oldSize"/> leaves.</summary>
    public async Task<ConsistencyProof> ConsistencyProof(long oldSize, long newSize, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, newSize);
        var path = new List<Digest>();
        if (oldSize == 0 || oldSize == newSize)
        {
            return new ConsistencyProof(oldSize, newSize, path);
        }

        var tree = At(newSize, cancellation);
        var (start, count) = (0L, newSize);
        while (start + count != oldSize)
        {
            var left = LargestPowerBelow(count);
            var isLeft = oldSize <= start + left;
            path.Add(isLeft ? await tree.Hash(start + left, count - left).ConfigureAwait(false) : await tree.Hash(start, left).ConfigureAwait(false));
            (start, count) = isLeft ? (start, left) : (start + left, count - left);
        }

        // A verifier has the old root already when the old tree is one complete subtree of the new one.
        if (start > 0)
        {
            path.Add(await tree.Hash(start, count).ConfigureAwait(false));
        }

        path.Reverse();
        return new ConsistencyProof(oldSize, newSize, path);
    }

    /// <summary>Shows that some leaves stand in the tree of <paramref name="size"/> leaves.</summary>
    /// <param name="ranges">Which leaves: not empty, ascending, none touching the next.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<CoverageProof> CoverageProof(IReadOnlyList<LeafRange> ranges, long size, CancellationToken cancellation = default)
    {
        if (!LeafRange.AreInOrder(ranges, size))
        {
            throw new ArgumentException($"ranges of leaves must be ascending, apart from each other and below {size}: {string.Join(", ", ranges)}", nameof(ranges));
        }

        var tree = At(size, cancellation);
        var outside = new List<Digest>();
        await AddOutside(0, size).ConfigureAwait(false);
        return new CoverageProof(size, ranges, outside);

        async Task AddOutside(long start, long count)
        {
            switch (LeafRange.Share(ranges, start, count))
            {
                case LeafShare.None:
                    outside.Add(await tree.Hash(start, count).ConfigureAwait(false));
                    break;
                case LeafShare.Some:
                    var left = LargestPowerBelow(count);
                    await AddOutside(start, left).ConfigureAwait(false);
                    await AddOutside(start + left, count - left).ConfigureAwait(false);
                    break;
            }
        }
    }

    /// <summary>Leaves in the left part of a tree of at least two: the largest power of two below <paramref name="count"/>.</summary>
    internal static long LargestPowerBelow(long count) => (long)(BitOperations.RoundUpToPowerOf2((ulong)count) / 2);

    private SubtreeReader At(long size, CancellationToken cancellation) => new(tiles, size, cancellation);
}
