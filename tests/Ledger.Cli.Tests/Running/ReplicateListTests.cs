using Ledger.Cli.Running;

namespace Ledger.Cli.Tests.Running;

public sealed class ReplicateListTests
{
    [Theory]
    [InlineData("0", new[] { 0 })]
    [InlineData("0..2", new[] { 0, 1, 2 })]
    [InlineData("2,0", new[] { 0, 2 })]
    [InlineData("0..1,5,1", new[] { 0, 1, 5 })]
    public void Parse_List_GivesItAscending(string text, int[] expected) => Assert.Equal(expected, ReplicateList.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("2..0")]
    [InlineData("0..1..2")]
    [InlineData("0,")]
    [InlineData("10000")]
    [InlineData("99999999999")]
    public void Parse_AnythingElse_GivesNull(string text) => Assert.Null(ReplicateList.Parse(text));
}
