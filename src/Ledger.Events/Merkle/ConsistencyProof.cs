using System.Numerics;
using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Shows that a tree only grew: its first leaves are those of an older, smaller tree.</summary>
/// <param name="OldSize">Leaves of the older tree.</param>
/// <param name="NewSize">Leaves of the newer tree.</param>
/// <param name="Path">Hashes from which both roots follow, lowest first.</param>
public sealed record ConsistencyProof(long OldSize, long NewSize, IReadOnlyList<Digest> Path)
{
    /// <summary>True if both roots follow (RFC 9162, section 2.1.4.2); needs no tree.</summary>
    public bool Proves(Digest oldRoot, Digest newRoot) => (OldSize, NewSize) switch
    {
        _ when OldSize < 0 || OldSize > NewSize => false,
        (0, _) => Path.Count == 0 && oldRoot == TreeHash.Empty && (NewSize > 0 || newRoot == TreeHash.Empty),
        _ when OldSize == NewSize => Path.Count == 0 && oldRoot == newRoot,
        _ => Path.Count > 0 && BothFollow(oldRoot, newRoot),
    };

    private bool BothFollow(Digest oldRoot, Digest newRoot)
    {
        // An old tree that is one complete subtree of the new one is not in the path: its root is known.
        IReadOnlyList<Digest> path = BitOperations.IsPow2(OldSize) ? [oldRoot, .. Path] : Path;
        var skipped = BitOperations.TrailingZeroCount(OldSize);
        var (node, last) = ((OldSize - 1) >> skipped, (NewSize - 1) >> skipped);
        var (oldHash, newHash) = (path[0], path[0]);
        foreach (var beside in path.Skip(1))
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                (oldHash, newHash) = (TreeHash.Node(beside, oldHash), TreeHash.Node(beside, newHash));
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                newHash = TreeHash.Node(newHash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && oldHash == oldRoot && newHash == newRoot;
    }
}
