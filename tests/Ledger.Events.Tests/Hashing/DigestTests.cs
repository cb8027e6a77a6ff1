using Ledger.Events.Hashing;

namespace Ledger.Events.Tests.Hashing;

/// <summary>Digests and their spellings.</summary>
public sealed class DigestTests
{
    // FIPS 180-4, example "abc".
    private const string Abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    [Fact]
    public void Of_Abc_IsThePublishedValue() => Assert.Equal(Abc, Digest.Of("abc"u8).ToString());

    [Fact]
    public void Parse_ToString_RoundTrips()
    {
        var digest = Digest.Parse(Abc);

        Assert.Equal(Abc, digest.ToString());
        Assert.Equal(digest, new Digest(digest.ToBytes()));
        Assert.Equal(Convert.FromHexString(Abc), digest.ToBytes());
        Assert.Equal("ba7816bf8f01", digest.ToShortString());
    }

    // RFC 4648, section 10, repeated to 160 bits: base32("foobarfoobarfoobarfo").
    [Fact]
    public void ToBase32_KnownBytes_IsRfc4648InLowerCase()
    {
        var bytes = new byte[32];
        "foobarfoobarfoobarfo"u8.CopyTo(bytes);

        Assert.Equal("mzxw6ytbojtg633cmfzgm33pmjqxeztp", new Digest(bytes).ToBase32());
    }

    [Theory]
    [InlineData("")]
    [InlineData("ba7816bf")]
    [InlineData("xa7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")]
    public void Parse_NotADigest_IsRefused(string text) => Assert.Throws<FormatException>(() => Digest.Parse(text));

    [Fact]
    public void New_WrongLength_IsRefused() => Assert.ThrowsAny<ArgumentException>(() => new Digest(new byte[31]));
}
