using FsCheck;
using FsCheck.Fluent;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>Many leaves in one proof.</summary>
public sealed class CoverageProofTests
{
    private static readonly TiledLeaves Leaves = new(TiledLeaves.Numbered(70_000));

    [Fact]
    public async Task Proves_EverySetOfLeavesOfSmallTrees_AsThePlainTreeSays()
    {
        for (var size = 1; size <= 9; size++)
        {
            for (var set = 1; set < 1 << size; set++)
            {
                await Covered(size, index => (set >> index & 1) == 1);
            }
        }
    }

    [Fact]
    public void Proves_AnyRanges_AsThePlainTreeSays() => Check.QuickThrowOnFailure(Prop.ForAll<int, int, int>(static (a, b, c) =>
    {
        var size = 1 + (int)((uint)a * 2_654_435_761u % 1500);
        var (first, period) = ((int)((uint)b * 2_246_822_519u % size), 1 + (int)((uint)c * 3_266_489_917u % 300));
        Covered(size, index => index == first || index / period % 2 == 1).GetAwaiter().GetResult();
    }));

    [Fact]
    public async Task CoverageProof_ManyLeavesInFewRanges_IsSmall()
    {
        LeafRange[] ranges = [new(17, 20_000), new(30_001, 3), new(40_000, 29_000)];

        var proof = await new MerkleTree(Leaves).CoverageProof(ranges, 70_000, TestContext.Current.CancellationToken);

        Assert.InRange(proof.Outside.Count, 1, 2 * 17 * ranges.Length);
        Assert.True(proof.Proves(Chosen(ranges), PlainTree.Root(Leaves.Leaves)));
    }

    [Fact]
    public async Task Proves_AnythingChanged_IsRefused()
    {
        LeafRange[] ranges = [new(1, 2), new(5, 1), new(9, 4)];
        var proof = await new MerkleTree(Leaves).CoverageProof(ranges, 15, TestContext.Current.CancellationToken);
        var (leaves, root) = (Chosen(ranges), PlainTree.Root(Leaves.Leaves.AsSpan(0, 15)));
        Assert.True(proof.Proves(leaves, root));

        Assert.All(FalseProofTests.Changes(proof.Outside), outside => Assert.False((proof with { Outside = outside }).Proves(leaves, root)));
        Assert.All(FalseProofTests.Misshapen(proof.Outside), outside => Assert.False((proof with { Outside = outside }).Proves(leaves, root)));
        Assert.All(FalseProofTests.Changes(leaves), changed => Assert.False(proof.Proves(changed, root)));
        Assert.All(FalseProofTests.Misshapen(leaves), changed => Assert.False(proof.Proves(changed, root)));
        Assert.All(Enumerable.Range(0, 30).Where(static size => size != 15), size => Assert.False((proof with { Size = size }).Proves(leaves, PlainTree.Root(Leaves.Leaves.AsSpan(0, size)))));
    }

    public static TheoryData<string> WrongRanges => ["", "0+0", "-1+2", "3+2 5+1", "5+1 3+1", "3+1 3+1", "14+2", "15+1", "0+9223372036854775807", "1+2 5+2 9+4", "2+2 5+1 9+4"];

    [Theory]
    [MemberData(nameof(WrongRanges))]
    public async Task Proves_OtherRanges_IsRefused(string text)
    {
        LeafRange[] ranges = [new(1, 2), new(5, 1), new(9, 4)];
        var proof = await new MerkleTree(Leaves).CoverageProof(ranges, 15, TestContext.Current.CancellationToken);

        Assert.False((proof with { Ranges = Ranges(text) }).Proves(Chosen(ranges), PlainTree.Root(Leaves.Leaves.AsSpan(0, 15))));
    }

    [Fact]
    public async Task CoverageProof_RangesOutOfOrder_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => new MerkleTree(Leaves).CoverageProof([new(3, 2), new(5, 1)], 15, TestContext.Current.CancellationToken));

    private static async Task Covered(int size, Func<int, bool> isChosen)
    {
        var chosen = Enumerable.Range(0, size).Select(isChosen).ToArray();
        var ranges = Ranges(chosen);
        var proof = await new MerkleTree(Leaves).CoverageProof(ranges, size);
        Assert.Equal(PlainTree.Outside(chosen, Leaves.Leaves.AsSpan(0, size)), proof.Outside);
        Assert.True(proof.Proves(Chosen(ranges), PlainTree.Root(Leaves.Leaves.AsSpan(0, size))));
    }

    private static Digest[] Chosen(IEnumerable<LeafRange> ranges) =>
        [.. ranges.SelectMany(static range => Leaves.Leaves.Skip((int)range.First).Take((int)range.Count))];

    private static LeafRange[] Ranges(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static range => range.Split('+')).Select(static parts => new LeafRange(long.Parse(parts[0]), long.Parse(parts[1])))];

    private static List<LeafRange> Ranges(bool[] chosen)
    {
        var ranges = new List<LeafRange>();
        for (var i = 0; i < chosen.Length; i++)
        {
            if (chosen[i] && i > 0 && chosen[i - 1])
            {
                ranges[^1] = ranges[^1] with { Count = ranges[^1].Count + 1 };
            }
            else if (chosen[i])
            {
                ranges.Add(new LeafRange(i, 1));
            }
        }

        return ranges;
    }
}
