using Ledger.Events.Hashing;

namespace Ledger.Events.Tests.Hashing;

/// <summary>128 bits as text.</summary>
public sealed class Hex128Tests
{
    [Fact]
    public void Parse_ToString_RoundTrips()
    {
        var value = new Hex128(0x0123456789abcdef, 0xf);

        Assert.Equal("0123456789abcdef000000000000000f", value.ToString());
        Assert.Equal(value, Hex128.Parse(value.ToString()));
    }

    [Theory]
    [InlineData("0123")]
    [InlineData("0123456789abcdef00000000000000 f")]
    [InlineData("+123456789abcdef000000000000000f")]
    public void Parse_NotHexadecimal_IsRefused(string text) => Assert.Throws<FormatException>(() => Hex128.Parse(text));
}
