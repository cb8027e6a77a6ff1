using System.Text;
using Ledger.Events.Attestations;
using Ledger.Events.Seals;

namespace Ledger.Events.Tests.Attestations;

public sealed class EnvelopeTests : IDisposable
{
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    // The published vector of DSSE v1, protocol.md, and lengths in bytes, not characters.
    [Theory]
    [InlineData("http://example.com/HelloWorld", "hello world", "DSSEv1 29 http://example.com/HelloWorld 11 hello world")]
    [InlineData("", "", "DSSEv1 0  0 ")]
    [InlineData("ä", "→", "DSSEv1 2 ä 3 →")]
    public void Encode_HasThePublishedBytes(string type, string content, string encoded) =>
        Assert.Equal(Encoding.UTF8.GetBytes(encoded), PreAuthentication.Encode(type, Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void Sign_ThenParse_IsSignedByThatKeyOnly()
    {
        using var other = SealKey.Create("lab.example/b");
        var envelope = Envelope.Parse(Envelope.Sign(_key, Envelope.InToto, "{}"u8).ToBytes());

        Assert.True(envelope.IsSignedBy(_key.Public));
        Assert.False(envelope.IsSignedBy(other.Public));
        Assert.Equal("{}"u8.ToArray(), envelope.Document());
    }

    [Fact]
    public void IsSignedBy_OtherTypeOrContent_IsFalse()
    {
        var envelope = Envelope.Sign(_key, Envelope.InToto, "{}"u8);

        Assert.False((envelope with { PayloadType = "text/plain" }).IsSignedBy(_key.Public));
        Assert.False((envelope with { Payload = Convert.ToBase64String("{ }"u8) }).IsSignedBy(_key.Public));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"payload":"@","payloadType":"a","signatures":[]}""")]
    public void Parse_Other_IsNoEnvelope(string text) => Assert.Throws<FormatException>(() => Envelope.Parse(Encoding.UTF8.GetBytes(text)));

    public void Dispose() => _key.Dispose();
}
