using Ledger.Cli.Drawing;

namespace Ledger.Cli.Tests.Drawing;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;")]
    [InlineData("a & \"b\"", "a &amp; &quot;b&quot;")]
    [InlineData("bell\u0007", "bell\uFFFD")]
    public void Text_OfAnyKind_IsEscaped(string text, string wanted)
    {
        Assert.Equal($"<p>{wanted}</p>", new Markup().Text("p", text).ToString());
        Assert.Equal($"<p title=\"{wanted}\"/>", new Markup().Empty("p", ("title", text)).ToString());
    }

    [Theory]
    [InlineData(0.1 + 0.2, "0.3")]
    [InlineData(-0.001, "0")]
    [InlineData(1234.5, "1234.5")]
    [InlineData(2, "2")]
    public void Number_OfADrawing_HasAtMostTwoDecimals(double number, string wanted) => Assert.Equal(wanted, Markup.Number(number));

    [Fact]
    public void Attribute_WithoutAValue_IsLeftOut() => Assert.Equal("<p/>", new Markup().Empty("p", ("class", null)).ToString());

    [Theory]
    [InlineData(0, 1, false, new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })]
    [InlineData(0, 3, true, new double[] { 0, 1, 2, 3 })]
    [InlineData(7, 93, false, new double[] { 0, 20, 40, 60, 80, 100 })]
    [InlineData(5, 5, false, new double[] { 5, 6 })]
    public void Ticks_BetweenTwoNumbers_AreRoundAndCoverThem(double least, double most, bool isWhole, double[] wanted) =>
        Assert.Equal(wanted, Ticks.Between(least, most, isWhole: isWhole).Select(static tick => Math.Round(tick, 12)));
}
