using FsCheck;
using FsCheck.Fluent;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>The tiled tree equals the plain one, and its proofs prove what they should.</summary>
public sealed class MerkleTreeTests
{
    private const int Small = 300;

    private static readonly TiledLeaves Few = new(TiledLeaves.Numbered(Small));
    private static readonly TiledLeaves Many = new(TiledLeaves.Numbered(65_536 + 600));

    public static TheoryData<int> Boundaries => [255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 65_536 + 513];

    [Fact]
    public async Task Root_EverySmallSize_EqualsThePlainTree()
    {
        for (var size = 0; size <= Small; size++)
        {
            Assert.Equal(PlainTree.Root(Few.Leaves.AsSpan(0, size)), await new MerkleTree(Few).Root(size, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task InclusionProof_EveryLeafOfEverySmallSize_EqualsThePlainTreeAndProves()
    {
        for (var size = 1; size <= 70; size++)
        {
            var root = PlainTree.Root(Few.Leaves.AsSpan(0, size));
            for (var index = 0; index < size; index++)
            {
                await Included(Few, index, size, root);
            }
        }
    }

    [Fact]
    public async Task ConsistencyProof_EveryPairOfSmallSizes_EqualsThePlainTreeAndProves()
    {
        for (var size = 1; size <= 70; size++)
        {
            for (var old = 1; old <= size; old++)
            {
                await Consistent(Few, old, size);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public async Task Proofs_AroundFullTiles_EqualThePlainTreeAndProve(int size)
    {
        var root = PlainTree.Root(Many.Leaves.AsSpan(0, size));
        Assert.Equal(root, await new MerkleTree(Many).Root(size, TestContext.Current.CancellationToken));
        foreach (var index in new[] { 255, size - 2 }.Where(index => index < size))
        {
            await Included(Many, index, size, root);
            await Consistent(Many, index + 1, size);
        }
    }

    [Fact]
    public void Proofs_AnyIndexAndSizes_EqualThePlainTreeAndProve() => Check.QuickThrowOnFailure(Prop.ForAll<int, int>(static (a, b) =>
    {
        var size = 1 + (int)((uint)a * 2_654_435_761u % 1000);
        var index = (int)((uint)b * 2_246_822_519u % size);
        Included(Many, index, size, PlainTree.Root(Many.Leaves.AsSpan(0, size))).GetAwaiter().GetResult();
        Consistent(Many, index + 1, size).GetAwaiter().GetResult();
    }));

    [Fact]
    public async Task InclusionProof_LargeTree_ReadsFewTiles()
    {
        var before = Many.Reads;
        await new MerkleTree(Many).InclusionProof(12_345, Many.Leaves.Length, TestContext.Current.CancellationToken);

        Assert.InRange(Many.Reads - before, 1, 5);
    }

    [Fact]
    public async Task InclusionProof_IndexBehindTheTree_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new MerkleTree(Few).InclusionProof(7, 7, TestContext.Current.CancellationToken));

    [Fact]
    public async Task ConsistencyProof_OldLargerThanNew_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => new MerkleTree(Few).ConsistencyProof(8, 7, TestContext.Current.CancellationToken));

    [Fact]
    public async Task ConsistencyProof_FromTheEmptyTree_ProvesOnlyFromItsRoot()
    {
        var proof = await new MerkleTree(Few).ConsistencyProof(0, 7, TestContext.Current.CancellationToken);
        var root = PlainTree.Root(Few.Leaves.AsSpan(0, 7));

        Assert.True(proof.Proves(TreeHash.Empty, root));
        Assert.False(proof.Proves(root, root));
        Assert.False((proof with { Path = [root] }).Proves(TreeHash.Empty, root));
    }

    private static async Task Included(TiledLeaves leaves, int index, int size, Digest root)
    {
        var proof = await new MerkleTree(leaves).InclusionProof(index, size);
        Assert.Equal(PlainTree.Inclusion(index, leaves.Leaves.AsSpan(0, size)), proof.Path);
        Assert.True(proof.Proves(leaves.Leaves[index], root));
    }

    private static async Task Consistent(TiledLeaves leaves, int old, int size)
    {
        var proof = await new MerkleTree(leaves).ConsistencyProof(old, size);
        Assert.Equal(PlainTree.Consistency(old, leaves.Leaves.AsSpan(0, size)), proof.Path);
        Assert.True(proof.Proves(PlainTree.Root(leaves.Leaves.AsSpan(0, old)), PlainTree.Root(leaves.Leaves.AsSpan(0, size))));
    }
}
