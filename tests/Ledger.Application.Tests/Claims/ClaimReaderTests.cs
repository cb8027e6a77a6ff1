using Ledger.Application.Claims.Reading;

namespace Ledger.Application.Tests.Claims;

/// <summary>Claim files: read strictly, all mistakes at once, each with its line.</summary>
public sealed class ClaimReaderTests
{
    private const string Good = """
        claims:
          - name: good
            text: It is good.
            of: quick/3
            assert: {accuracy: {split: test, at_least: 88.6 %}}
        """;

    [Fact]
    public void Parse_PercentAndFraction_AreTheSameClaim()
    {
        var percent = Assert.Single(ClaimReader.Parse(Good, "a.yaml").Claims);
        var fraction = Assert.Single(ClaimReader.Parse(Good.Replace("88.6 %", "0.8860", StringComparison.Ordinal), "b.yaml").Claims);

        Assert.Equal(percent.Statement.Digest, fraction.Statement.Digest);
        Assert.Equal("0.886", percent.Statement.Assertions[0].Settings["at_least"]);
        Assert.NotEqual(percent.Statement.Digest, Assert.Single(ClaimReader.Parse(Good.Replace("It is", "This is", StringComparison.Ordinal), "b.yaml").Claims).Statement.Digest);
    }

    // A claim's digest is published: it never changes.
    [Fact]
    public void Parse_Claim_HasTheDigestThatItAlwaysHad() =>
        Assert.Equal("50ced9491235484c609ee97fb39c44c91b4fd27dfbff1c928ae62199fe63f2cd", ClaimReader.Parse(Good, "a.yaml").Claims[0].Statement.Digest.ToString());

    [Fact]
    public void Parse_TerribleFile_TellsEverythingAtOnce()
    {
        const string Text = """
            claims:
              - name: Bad Name
                text: One.
                levl: recompute
                of: quick//3
                assert:
                  acuracy: {split: test, at_least: 1}
                  loss: {split: tset, at_most: 5 %}
                  rounds: {}
              - name: two
                of: quick
                replicates: 3
                assert:
                  accuracy: {split: test, at_least: lots, over: meen}
                  density: {at_least: 0.5, at_most: 0.4}
              - name: two
                text: Three.
                of: quick
                assert:
                  accuracy: {split: test, at_least: 0.5, over: median}
                  counts: {what: kept, split: test, exactly: 3}
                  same_mask: {}
                  file: {path: a, sha256: 12}
            """;

        var findings = ClaimReader.Parse(Text, "bad.yaml").Findings.Select(static finding => finding.ToString()).ToArray();

        Assert.Equal(
            [
                "bad.yaml:2 claims[0].name: 'Bad Name' is not a name: use a-z, 0-9, '.', '_' and '-', and start with a letter or digit",
                "bad.yaml:4 claims[0].levl: is not a key here; did you mean 'level'?",
                "bad.yaml:5 claims[0].of: address 'quick//3', character 7: '' is not a round: write a number from 0, for example quick/3",
                "bad.yaml:7 claims[0].assert.acuracy: is no assertion; did you mean 'accuracy'? known here: accuracy, counts, density, difference, file, loss, rounds, same_lineage, same_mask",
                "bad.yaml:8 claims[0].assert.loss.at_most: is in percent, and this is no share: write the number itself",
                "bad.yaml:8 claims[0].assert.loss.split: 'tset' is not a known split; known: train, validation, test",
                "bad.yaml:9 claims[0].assert.rounds: asserts nothing: give at_least, at_most or exactly",
                "bad.yaml:10 claims[1].text: is missing: add 'text:' with a text",
                "bad.yaml:14 claims[1].assert.accuracy.at_least: 'lots' is not a number such as 0.886 or 88.6 %",
                "bad.yaml:14 claims[1].assert.accuracy.over: 'meen' is not one of median, min, max, all, mean, sign_test",
                "bad.yaml:15 claims[1].assert.density.at_most: 0.4 is less than at_least: nothing could be so",
                "bad.yaml:15 claims[1].assert.density.over: is missing: the claim speaks of several replicates, say over: median, min, max, all or mean",
                "bad.yaml:16 claims[2].name: 'two' names two claims of this file: give one another name",
                "bad.yaml:20 claims[2].assert.accuracy.over: speaks of several replicates: give the claim the key 'replicates' with the number that the experiment declares",
                "bad.yaml:21 claims[2].assert.counts.split: belongs to what: correct",
                "bad.yaml:22 claims[2].assert.same_mask: wants one of as and digest",
                "bad.yaml:23 claims[2].assert.file.sha256: '12' is not a digest of 64 hexadecimal digits",
            ],
            findings);
    }

    // Where the interval is computed, in binary64, the last two are 1.
    [Theory]
    [InlineData("0.5", false)]
    [InlineData("0.999999999999999", true)]
    [InlineData("0.99999999999999999", false)]
    [InlineData("0.9999999999999999999999999999", false)]
    public void Parse_Confidence_LiesBetweenAHalfAndOne(string confidence, bool isFine)
    {
        var text = Good.Replace("at_least", $"over: mean, confidence: {confidence}, at_least", StringComparison.Ordinal).Replace("    assert", "    replicates: 2\n    assert", StringComparison.Ordinal);

        var findings = ClaimReader.Parse(text, "a.yaml").Findings.Select(static finding => finding.ToString());

        Assert.Equal(isFine ? [] : [$"a.yaml:6 claims[0].assert.accuracy.confidence: {confidence} is not between 0.5 and 1, both excluded: usual is 95 %"], findings);
    }

    [Theory]
    [InlineData("", "x.yaml:1 holds no claims: docs/audit.md shows how to write them")]
    [InlineData("claims: 3", "x.yaml:1 claims: '3' is not a list of sections with the keys name, text, level, of, replicates, assert")]
    [InlineData("claim: []", "x.yaml:1 claim: is not a key here; did you mean 'claims'?")]
    public void Parse_NoClaims_SaysSo(string text, string told) =>
        Assert.Contains(told, ClaimReader.Parse(text, "x.yaml").Findings.Select(static finding => finding.ToString()));

    [Fact]
    public void Read_MissingFile_IsAFinding() =>
        Assert.Contains("cannot be read", Assert.Single(ClaimReader.Read("/nowhere/claims.yaml").Findings).Message, StringComparison.Ordinal);
}
