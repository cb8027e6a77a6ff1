using System.Text;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Proofs;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Events.Tests.Merkle;

namespace Ledger.Events.Tests.Proofs;

/// <summary>Proof files: what they prove, and that not one byte of them is free.</summary>
public sealed class ProofFileTests
{
    private static readonly ProvenEvent Event = new(new StreamName("run-mzxw6ytbojtg633cmfzgm33pmjqxeztp"), 7, "run_completed", """{"result":"ab\n"}""", Digest.Of("before"u8), Digest.Of("metadata"u8));

    [Fact]
    public async Task Contradiction_Untouched_IsNull()
    {
        Assert.Null(ProofFile.Read((await Inclusion()).ToBytes()).Contradiction());
        Assert.Null(ProofFile.Read((await Consistency()).ToBytes()).Contradiction());
    }

    [Fact]
    public async Task Read_AnyByteOfAnInclusionChanged_IsRefusedOrContradicted() => EveryByteCounts(await Inclusion());

    [Fact]
    public async Task Read_AnyByteOfAConsistencyChanged_IsRefusedOrContradicted() => EveryByteCounts(await Consistency());

    [Fact]
    public async Task Contradiction_AnythingExchanged_IsNamed()
    {
        var proof = (await Inclusion()).Inclusion!;
        using var other = SealKey.Create("lab.example/b");

        Assert.Contains("lead to the root", (proof with { Event = proof.Event with { Body = "{}" } }).Contradiction(), StringComparison.Ordinal);
        Assert.Contains("lead to the root", (proof with { Event = proof.Event with { Metadata = null } }).Contradiction(), StringComparison.Ordinal);
        Assert.Contains("lead to the root", (proof with { Index = 4 }).Contradiction(), StringComparison.Ordinal);
        Assert.Contains("not signed", (proof with { Seal = proof.Seal with { Key = other.Public.ToString() } }).Contradiction(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contradiction_SealedAgainByAnotherKey_HoldsUnderThatKeyOnly()
    {
        var proof = (await Inclusion()).Inclusion!;
        using var other = SealKey.Create("lab.example/a");
        var again = proof with { Seal = SealText.Of(other.Sign(proof.Seal.ToSeal().Checkpoint)) };

        Assert.Null(again.Contradiction());
        Assert.NotEqual(proof.Seal.ToSeal().Key.Fingerprint, again.Seal.ToSeal().Key.Fingerprint);
    }

    [Fact]
    public async Task Contradiction_RewrittenHistory_IsNamed()
    {
        var proof = (await Consistency()).Consistency!;
        using var key = SealKey.Create("lab.example/a");
        var rewritten = key.Sign(proof.Newer.ToSeal().Checkpoint with { Root = Digest.Of("other"u8) });
        var renamed = key.Sign(proof.Newer.ToSeal().Checkpoint with { Origin = "lab.example/b" });

        Assert.Contains("rewritten", (proof with { Newer = SealText.Of(rewritten) }).Contradiction(), StringComparison.Ordinal);
        Assert.Contains("two ledgers", (proof with { Newer = SealText.Of(renamed) }).Contradiction(), StringComparison.Ordinal);
        Assert.NotNull((proof with { Older = proof.Newer, Newer = proof.Older }).Contradiction());
    }

    public static TheoryData<string> NoProofs =>
        ["", "\n", "{}", "[]\n", "null\n", "{\"format\":\"ledger-proof/1\"}\n", "{\"format\":\"ledger-proof/2\"}\n", "not JSON", "\u0000\u00ff", "{\"format\":\"ledger-proof/1\",\"inclusion\":null}\n"];

    [Theory]
    [MemberData(nameof(NoProofs))]
    public void Read_SomethingElse_IsRefused(string text) => Assert.Throws<MalformedProofException>(() => ProofFile.Read(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public async Task Read_CutAnywhere_IsRefused()
    {
        var bytes = (await Inclusion()).ToBytes();

        Assert.All(Enumerable.Range(0, bytes.Length), length => Assert.Throws<MalformedProofException>(() => ProofFile.Read(bytes.AsSpan(0, length))));
    }

    [Fact]
    public async Task Read_AbsentMetadataWrittenAsZeros_IsRefused()
    {
        var proof = (await Inclusion()).Inclusion!;

        Assert.Throws<MalformedProofException>(() => ProofFile.Read(ProofFile.Of(proof with { Event = proof.Event with { Metadata = default(Digest) } }).ToBytes()));
    }

    private static void EveryByteCounts(ProofFile file)
    {
        var bytes = file.ToBytes();
        for (var i = 0; i < bytes.Length; i++)
        {
            foreach (var other in new[] { bytes[i] ^ 1, bytes[i] ^ 0x20, '0' })
            {
                var changed = bytes.ToArray();
                changed[i] = (byte)other;
                Assert.True(changed[i] == bytes[i] || !Holds(changed), $"byte {i} of {Encoding.UTF8.GetString(bytes)} changed to {other}");
            }

            Assert.False(Holds([.. bytes[..i], .. bytes[(i + 1)..]]), $"byte {i} left out");
        }

        Assert.False(Holds([.. bytes, (byte)'\n']));
        Assert.False(Holds([.. bytes, (byte)' ']));
    }

    private static bool Holds(byte[] bytes)
    {
        try
        {
            return ProofFile.Read(bytes).Contradiction() is null;
        }
        catch (MalformedProofException)
        {
            return false;
        }
    }

    private static async Task<ProofFile> Inclusion()
    {
        using var key = SealKey.Create("lab.example/a");
        var leaves = TiledLeaves.Numbered(9);
        leaves[5] = Event.Leaf;
        var tree = new MerkleTree(new TiledLeaves(leaves));
        var seal = key.Sign(new Checkpoint(key.Origin, 9, await tree.Root(9)));
        return ProofFile.Of(new EventProof(Event, 5, (await tree.InclusionProof(5, 9)).Path, SealText.Of(seal)));
    }

    private static async Task<ProofFile> Consistency()
    {
        using var key = SealKey.Create("lab.example/a");
        var tree = new MerkleTree(new TiledLeaves(TiledLeaves.Numbered(9)));
        return ProofFile.Of(new GrowthProof(await Sealed(6), await Sealed(9), (await tree.ConsistencyProof(6, 9)).Path));

        async Task<SealText> Sealed(long size) => SealText.Of(key.Sign(new Checkpoint(key.Origin, size, await tree.Root(size))));
    }
}
