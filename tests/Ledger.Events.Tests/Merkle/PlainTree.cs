using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>A Merkle tree over a list, as RFC 6962, section 2.1, defines it: slow and plain, the twin of the tiled one.</summary>
public static class PlainTree
{
    /// <summary>MTH of section 2.1.</summary>
    public static Digest Root(ReadOnlySpan<Digest> leaves) => leaves.Length switch
    {
        0 => Digest.Of([]),
        1 => leaves[0],
        _ => TreeHash.Node(Root(leaves[..Split(leaves.Length)]), Root(leaves[Split(leaves.Length)..])),
    };

    /// <summary>PATH of section 2.1.1.</summary>
    public static List<Digest> Inclusion(int index, ReadOnlySpan<Digest> leaves)
    {
        if (leaves.Length == 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        return index < split
            ? [.. Inclusion(index, leaves[..split]), Root(leaves[split..])]
            : [.. Inclusion(index - split, leaves[split..]), Root(leaves[..split])];
    }

    /// <summary>PROOF of section 2.1.2.</summary>
    public static List<Digest> Consistency(int size, ReadOnlySpan<Digest> leaves) => SubProof(size, leaves, isWhole: true);

    /// <summary>The roots of the largest subtrees without a chosen leaf, from left to right.</summary>
    public static List<Digest> Outside(ReadOnlySpan<bool> chosen, ReadOnlySpan<Digest> leaves)
    {
        if (!chosen.Contains(true))
        {
            return [Root(leaves)];
        }

        if (leaves.Length == 1)
        {
            return [];
        }

        var split = Split(leaves.Length);
        return [.. Outside(chosen[..split], leaves[..split]), .. Outside(chosen[split..], leaves[split..])];
    }

    private static List<Digest> SubProof(int size, ReadOnlySpan<Digest> leaves, bool isWhole)
    {
        if (size == leaves.Length)
        {
            return isWhole ? [] : [Root(leaves)];
        }

        var split = Split(leaves.Length);
        return size <= split
            ? [.. SubProof(size, leaves[..split], isWhole), Root(leaves[split..])]
            : [.. SubProof(size - split, leaves[split..], isWhole: false), Root(leaves[..split])];
    }

    private static int Split(int count)
    {
        var split = 1;
        while (2 * split < count)
        {
            split *= 2;
        }

        return split;
    }
}
