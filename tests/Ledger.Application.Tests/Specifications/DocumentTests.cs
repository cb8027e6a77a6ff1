namespace Ledger.Application.Tests.Specifications;

/// <summary>Texts that are no experiment at all.</summary>
public sealed class DocumentTests
{
    [Theory]
    [InlineData("", "1 holds no experiment: see experiments/ for examples")]
    [InlineData("a: [1", "2 is not YAML from here: While parsing a flow sequence, did not find expected ',' or ']'.")]
    [InlineData("a: &x 1", "1 anchors (&) and tags (!) have no place here: write the value alone")]
    [InlineData("a: *x", "1 '*x' stands for another value: write the value itself")]
    [InlineData("a: !!str 1", "1 anchors (&) and tags (!) have no place here: write the value alone")]
    [InlineData("---\na: 1\n---\nb: 2", "3 a second document starts here: keep one document a file")]
    [InlineData("[1, 2]", "1 a list is not a section: write its keys below it, indented; known here: name, notes, seed, claim, replicates, data, network, layers, initialiser, training, method, evaluate")]
    [InlineData("text", "1 'text' is not a section: write its keys below it, indented; known here: name, notes, seed, claim, replicates, data, network, layers, initialiser, training, method, evaluate")]
    [InlineData("? [a]\n: 1", "2 a key must be a single word")]
    [InlineData("a: \"\\uD800\"", "1 is not YAML from here: While scanning a quoted scalar, found invalid Unicode surrogates.")]
    public void Parse_NoExperiment_IsOneFinding(string text, string finding) =>
        Assert.Equal($"{ExampleFile.Path}:{finding}", Assert.Single(ExampleFile.Parse(text).Findings).ToString());

    [Fact]
    public void Parse_DeepNesting_IsOneFinding() => Assert.Equal(
        "x.yaml:1 is nested more than 32 deep: no file needs such depth",
        Assert.Single(ExampleFile.Parse(new string('[', 100_000)).Findings).ToString());

    [Fact]
    public void Parse_EmptyMapping_NamesEveryMissingKey() => Assert.Equal(
        ["name", "seed", "data", "network", "initialiser", "training", "method"],
        ExampleFile.Parse("{}").Findings.Select(static finding => finding.Place));
}
