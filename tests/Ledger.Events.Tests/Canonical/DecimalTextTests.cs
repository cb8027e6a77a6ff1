using System.Text;
using Ledger.Events.Canonical;

namespace Ledger.Events.Tests.Canonical;

public sealed class DecimalTextTests
{
    [Theory]
    [InlineData("0.20", "\"0.2\"")]
    [InlineData("0.00", "\"0\"")]
    [InlineData("100", "\"100\"")]
    [InlineData("0.0000001", "\"0.0000001\"")]
    [InlineData("0.0000000000000000000000000001", "\"0.0000000000000000000000000001\"")]
    [InlineData("79228162514264337593543950335", "\"79228162514264337593543950335\"")]
    public void Serialize_Decimal_NeverUsesAnExponentAndReadsBack(string text, string expected)
    {
        var value = decimal.Parse(text);
        var json = CanonicalJson.Serialize(value);
        Assert.Equal(expected, Encoding.UTF8.GetString(json));
        Assert.Equal(value, CanonicalJson.Deserialize<decimal>(json));
    }
}
