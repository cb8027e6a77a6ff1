using System.Security.Cryptography;
using Ledger.Events.Hashing;

namespace Ledger.Events.Merkle;

/// <summary>The two hashes of a Merkle tree (RFC 6962, section 2.1): leaves and nodes can never be mistaken for each other.</summary>
public static class TreeHash
{
    private const byte LeafPrefix = 0;
    private const byte NodePrefix = 1;

    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static Digest Empty { get; } = Digest.Of([]);

    /// <summary>The hash of a leaf that holds <paramref name="content"/>.</summary>
    public static Digest Leaf(ReadOnlySpan<byte> content)
    {
        Span<byte> prefixed = content.Length < 1024 ? stackalloc byte[1 + content.Length] : new byte[1 + content.Length];
        prefixed[0] = LeafPrefix;
        content.CopyTo(prefixed[1..]);
        return Digest.Of(prefixed);
    }

    /// <summary>The hash of the node above two others.</summary>
    public static Digest Node(Digest left, Digest right)
    {
        Span<byte> both = stackalloc byte[1 + (2 * Digest.Length)];
        both[0] = NodePrefix;
        left.CopyTo(both[1..]);
        right.CopyTo(both[(1 + Digest.Length)..]);
        Span<byte> hash = stackalloc byte[Digest.Length];
        SHA256.HashData(both, hash);
        return new Digest(hash);
    }

    /// <summary>The root over hashes of equally high complete trees, from left to right (RFC 6962, section 2.1).</summary>
    /// <param name="hashes">At least one.</param>
    public static Digest Root(ReadOnlySpan<Digest> hashes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(hashes.Length, nameof(hashes));
        if (hashes.Length == 1)
        {
            return hashes[0];
        }

        var left = (int)(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)hashes.Length) / 2);
        return Node(Root(hashes[..left]), Root(hashes[left..]));
    }
}
