using Ledger.Events.Hashing;
using Ledger.Events.Merkle;

namespace Ledger.Events.Tests.Merkle;

/// <summary>
/// The eight-leaf tree that certificate transparency's implementations share: inputs, roots, inclusion paths and consistency paths
/// of google/certificate-transparency, cpp/merkletree/merkle_tree_test.cc, and transparency-dev/merkle.
/// </summary>
public sealed class PublishedVectorTests
{
    private static readonly string[] Inputs = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly Digest[] Roots =
    [
        Digest.Parse("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
        Digest.Parse("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
        Digest.Parse("aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
        Digest.Parse("d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
        Digest.Parse("4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
        Digest.Parse("76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
        Digest.Parse("ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
        Digest.Parse("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"),
    ];

    private static readonly TiledLeaves Leaves = new([.. Inputs.Select(static input => TreeHash.Leaf(Convert.FromHexString(input)))]);

    [Fact]
    public async Task Root_EverySize_IsThePublishedOne()
    {
        for (var size = 1; size <= Roots.Length; size++)
        {
            Assert.Equal(Roots[size - 1], await new MerkleTree(Leaves).Root(size, TestContext.Current.CancellationToken));
        }

        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", (await new MerkleTree(Leaves).Root(0, TestContext.Current.CancellationToken)).ToString());
    }

    // The publication counts leaves from 1; here they count from 0.
    [Theory]
    [InlineData(0, 1, "")]
    [InlineData(0, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(5, 8, "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 3, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(1, 5, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task InclusionProof_PublishedLeaf_HasThePublishedPath(int index, int size, string path)
    {
        var proof = await new MerkleTree(Leaves).InclusionProof(index, size, TestContext.Current.CancellationToken);

        Assert.Equal(Hashes(path), proof.Path);
        Assert.True(proof.Proves(Leaves.Leaves[index], Roots[size - 1]));
    }

    [Theory]
    [InlineData(1, 1, "")]
    [InlineData(1, 8, "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7 5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e 6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4")]
    [InlineData(6, 8, "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0 d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(2, 5, "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b")]
    public async Task ConsistencyProof_PublishedSizes_HasThePublishedPath(int oldSize, int newSize, string path)
    {
        var proof = await new MerkleTree(Leaves).ConsistencyProof(oldSize, newSize, TestContext.Current.CancellationToken);

        Assert.Equal(Hashes(path), proof.Path);
        Assert.True(proof.Proves(Roots[oldSize - 1], Roots[newSize - 1]));
    }

    private static Digest[] Hashes(string path) => [.. path.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Digest.Parse)];
}
