using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>Shows that a leaf stands in a tree.</summary>
/// <param name="Index">Where, from 0.</param>
/// <param name="Size">Leaves of the tree. Like the root it must be known from elsewhere: a seal names both.</param>
/// <param name="Path">The hashes beside the way from the leaf up to the root.</param>
public sealed record InclusionProof(long Index, long Size, IReadOnlyList<Digest> Path)
{
    /// <summary>True if it leads from the leaf to the root (RFC 9162, section 2.1.3.2); needs no tree.</summary>
    public bool Proves(Digest leaf, Digest root)
    {
        if (Index < 0 || Index >= Size)
        {
            return false;
        }

        var (node, last) = (Index, Size - 1);
        var hash = leaf;
        foreach (var beside in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((node & 1) == 1 || node == last)
            {
                hash = TreeHash.Node(beside, hash);
                while ((node & 1) == 0 && node != 0)
                {
                    (node, last) = (node >> 1, last >> 1);
                }
            }
            else
            {
                hash = TreeHash.Node(hash, beside);
            }

            (node, last) = (node >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }
}
