using Ledger.Application.Addresses;

namespace Ledger.Application.Tests.Addresses;

public sealed class AddressTests
{
    [Theory]
    [InlineData("abcd", null, "abcd", null, null, null)]
    [InlineData("tiny.0/3", null, "tiny.0", 3, null, null)]
    [InlineData("abcd/0@500", null, "abcd", 0, 500, null)]
    [InlineData("abcd@0", null, "abcd", null, 0, null)]
    [InlineData("abcd/3:mask", null, "abcd", 3, null, AddressPart.Mask)]
    [InlineData("abcd:end", null, "abcd", null, null, AddressPart.End)]
    [InlineData("/a/b#c/x@y:z.db#abcd/1:ticket", "/a/b#c/x@y:z.db", "abcd", 1, null, AddressPart.Ticket)]
    public void Parse_Address_ReadsItsPartsAndWritesThemBack(string text, string? file, string run, int? round, int? step, AddressPart? part)
    {
        var address = Address.Parse(text);

        Assert.Equal(new Address(file, run, round, step, part), address);
        Assert.Equal(text, address.ToString());
    }

    [Theory]
    [InlineData("", 1, "names no run")]
    [InlineData("#abcd", 1, "names no file")]
    [InlineData("a.db#", 6, "names no run")]
    [InlineData("abcd/x", 6, "'x' is not a round")]
    [InlineData("abcd/", 6, "'' is not a round")]
    [InlineData("abcd/-1", 6, "'-1' is not a round")]
    [InlineData("abcd/3/1", 7, "particles belong to SWAMP")]
    [InlineData("abcd@1e3", 6, "'1e3' is not a step")]
    [InlineData("abcd:weights", 6, "'weights' is no part of a round")]
    [InlineData("abcd@5:mask", 5, "use one of the two")]
    [InlineData("abcd:mask@5", 10, "'@5' is out of place")]
    public void Parse_NoAddress_NamesThePlace(string text, int character, string problem)
    {
        var exception = Assert.Throws<MalformedAddressException>(() => Address.Parse(text));

        Assert.StartsWith($"address '{text}', character {character}: {problem}", exception.Message.Replace(": @5 names a state, :mask another object: ", ": ", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void ParseRound_PartOfARound_IsRefused() =>
        Assert.Contains("a run or round is wanted", Assert.Throws<MalformedAddressException>(() => Address.ParseRound("abcd/1:mask")).Message, StringComparison.Ordinal);
}
