using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>A proof that was changed anywhere proves nothing.</summary>
public sealed class FalseProofTests
{
    private static readonly TiledLeaves Leaves = new(TiledLeaves.Numbered(80));
    private static readonly MerkleTree Tree = new(Leaves);

    public static TheoryData<int, int> Cases => new() { { 0, 1 }, { 0, 2 }, { 3, 7 }, { 6, 7 }, { 37, 64 }, { 63, 65 }, { 64, 65 }, { 70, 80 } };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Inclusion_AnyByteChanged_IsRefused(int index, int size)
    {
        var (proof, leaf, root) = await Inclusion(index, size);
        Assert.True(proof.Proves(leaf, root));
        Assert.All(Changes(proof.Path), path => Assert.False((proof with { Path = path }).Proves(leaf, root)));
        Assert.All(Changes([leaf, root]), both => Assert.False(proof.Proves(both[0], both[1])));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Inclusion_OtherIndexOrLengthOrOrder_IsRefused(int index, int size)
    {
        var (proof, leaf, root) = await Inclusion(index, size);
        Assert.All(Enumerable.Range(-2, size + 4).Where(other => other != index), other => Assert.False((proof with { Index = other }).Proves(leaf, root)));
        Assert.All(Enumerable.Range(0, size).Where(other => other != index), other => Assert.False(proof.Proves(Leaves.Leaves[other], root)));
        Assert.All(Misshapen(proof.Path), path => Assert.False((proof with { Path = path }).Proves(leaf, root)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Inclusion_RootOfAnotherSize_IsRefused(int index, int size)
    {
        var (proof, leaf, _) = await Inclusion(index, size);
        foreach (var other in Enumerable.Range(0, 80).Where(other => other != size))
        {
            var root = await Tree.Root(other, TestContext.Current.CancellationToken);
            Assert.False(proof.Proves(leaf, root));
            Assert.False((proof with { Size = other }).Proves(leaf, root));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Consistency_AnyByteChanged_IsRefused(int before, int newSize)
    {
        var (proof, old, current) = await Consistency(before + 1, newSize);
        Assert.True(proof.Proves(old, current));
        Assert.All(Changes(proof.Path), path => Assert.False((proof with { Path = path }).Proves(old, current)));
        Assert.All(Changes([old, current]), both => Assert.False(proof.Proves(both[0], both[1])));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Consistency_OtherSizeOrLengthOrOrder_IsRefused(int before, int newSize)
    {
        var (proof, old, current) = await Consistency(before + 1, newSize);
        Assert.All(Misshapen(proof.Path), path => Assert.False((proof with { Path = path }).Proves(old, current)));
        foreach (var other in Enumerable.Range(1, 80).Where(other => other != proof.OldSize))
        {
            var root = await Tree.Root(other, TestContext.Current.CancellationToken);
            Assert.False(proof.Proves(root, current));
            Assert.False((proof with { OldSize = other }).Proves(root, current));
        }

        if (proof.OldSize < proof.NewSize)
        {
            Assert.False(proof.Proves(current, old));
            Assert.False((proof with { OldSize = proof.NewSize, NewSize = proof.OldSize }).Proves(current, old));
        }
    }

    /// <summary>The hashes with one bit of one byte changed, every byte in turn.</summary>
    internal static IEnumerable<IReadOnlyList<Digest>> Changes(IReadOnlyList<Digest> hashes)
    {
        for (var i = 0; i < hashes.Count * Digest.Length; i++)
        {
            var bytes = hashes[i / Digest.Length].ToBytes();
            bytes[i % Digest.Length] ^= (byte)(1 << (i % 8));
            yield return [.. hashes.Take(i / Digest.Length), new Digest(bytes), .. hashes.Skip((i / Digest.Length) + 1)];
        }
    }

    /// <summary>The hashes cut, doubled, extended and in another order.</summary>
    internal static IEnumerable<IReadOnlyList<Digest>> Misshapen(IReadOnlyList<Digest> hashes)
    {
        yield return [.. hashes, TreeHash.Empty];
        yield return [TreeHash.Empty, .. hashes];
        if (hashes.Count > 0)
        {
            yield return [.. hashes.Skip(1)];
            yield return [.. hashes.SkipLast(1)];
            yield return [hashes[0], .. hashes];
            yield return [.. hashes, hashes[^1]];
        }

        for (var i = 1; i < hashes.Count; i++)
        {
            yield return [.. hashes.Take(i - 1), hashes[i], hashes[i - 1], .. hashes.Skip(i + 1)];
        }
    }

    private static async Task<(InclusionProof Proof, Digest Leaf, Digest Root)> Inclusion(int index, int size) =>
        (await Tree.InclusionProof(index, size), Leaves.Leaves[index], await Tree.Root(size));

    private static async Task<(ConsistencyProof Proof, Digest Old, Digest New)> Consistency(int oldSize, int newSize) =>
        (await Tree.ConsistencyProof(oldSize, newSize), await Tree.Root(oldSize), await Tree.Root(newSize));
}
