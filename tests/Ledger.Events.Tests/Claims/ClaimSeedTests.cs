using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Tests.Seals;

namespace Ledger.Events.Tests.Claims;

public sealed class ClaimSeedTests
{
    // Python: int.from_bytes(sha256(b"ledger-claim-seed/1" + sha256(b"b").digest() + sha256(note).digest()).digest()[:8], "big").
    [Fact]
    public void Of_ClaimAndSeal_HasTheValueOfAnotherProgram() => Assert.Equal(11053792738736351048ul, ClaimSeed.Of(Digest.Of("b"u8), SampleSeal.Note));

    [Fact]
    public void Of_AnotherClaimOrSeal_IsAnotherSeed()
    {
        var seed = ClaimSeed.Of(Digest.Of("b"u8), SampleSeal.Note);

        Assert.NotEqual(seed, ClaimSeed.Of(Digest.Of("a"u8), SampleSeal.Note));
        Assert.NotEqual(seed, ClaimSeed.Of(Digest.Of("b"u8), SampleSeal.Note + "\n"));
    }
}
