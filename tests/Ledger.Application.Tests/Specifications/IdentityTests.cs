using Ledger.Events.Hashing;

namespace Ledger.Application.Tests.Specifications;

/// <summary>What makes two files the same experiment, and what does not.</summary>
public sealed class IdentityTests
{
    [Theory]
    [InlineData("    fraction: 0.2\n", "    fraction: 0.20\n")]
    [InlineData("    fraction: 0.2\n", "    fraction: 2e-1\n")]
    [InlineData("    fraction: 0.2\n", "    fraction: +.02E+1\n")]
    [InlineData("0.0001", "1e-4")]
    [InlineData("6000it", "6000")]
    [InlineData("exact-floor", "exact_floor")]
    [InlineData("exact-floor", "exact_floor/1")]
    [InlineData("glorot_normal", "glorot-normal/1")]
    [InlineData("[validation, test]", "[test, validation]")]
    [InlineData("\n  every: 0", "")]
    [InlineData("\n  restore: {weights: rewind, slots: zero, schedule: rewind, data: rewind}", "")]
    [InlineData("name: fashion\n", "name: another\n")]
    [InlineData("notes: a note\n", "")]
    [InlineData("replicates: 3\n", "replicates: 5\n")]
    [InlineData("  validation: 5000\n", "  validation: 5000\n  path: /folder\n")]
    public void Parse_SameExperimentWrittenOtherwise_HasTheSameDigest(string old, string replacement) => Assert.Equal(
        ExampleFile.DigestOf(ExampleFile.Fashion),
        ExampleFile.DigestOf(ExampleFile.With(ExampleFile.Fashion, old, replacement)));

    [Theory]
    [InlineData("steps: 8", "steps: 2ep")]
    [InlineData("rate: 0.1\n", "rate: 0.1\n  factor: 1\n  milestones: []\n")]
    [InlineData("fraction: 0.2\n", "fraction: 0.2\n    output_fraction: 0.2\n")]
    [InlineData("mlp:8-6-4", "mlp:08-6-4")]
    public void Parse_SameSyntheticExperimentWrittenOtherwise_HasTheSameDigest(string old, string replacement) => Assert.Equal(
        ExampleFile.DigestOf(ExampleFile.Synthetic),
        ExampleFile.DigestOf(ExampleFile.With(ExampleFile.Synthetic, old, replacement)));

    [Fact]
    public void Parse_AnyOtherValue_ChangesTheDigest()
    {
        string[] fashion =
        [
            .. Changes(
                ExampleFile.Fashion,
                ("seed: 1", "seed: 2"),
                ("set: fashion-mnist", "set: mnist\n  path: /folder"),
                ("validation: 5000", "validation: 6000"),
                ("lenet-300-100", "mlp:784-300-100-10"),
                ("6000it", "6001it"),
                ("batch: 60", "batch: 61"),
                ("momentum: 0.9", "momentum: 0.8"),
                ("0.0001", "0.0002"),
                ("rate: 0.1", "rate: 0.2"),
                ("4000it", "4001it"),
                ("  factor: 0.1", "  factor: 0.2"),
                ("rounds: 8", "rounds: 7"),
                ("500it", "501it"),
                ("global", "layerwise"),
                ("    fraction: 0.2", "    fraction: 0.21"),
                ("output_fraction: 0.1", "output_fraction: 0"),
                ("slots: zero", "slots: rewind"),
                ("schedule: rewind", "schedule: restart"),
                (", data: rewind", ", data: restart"),
                ("[validation, test]", "[test]"),
                ("every: 0", "every: 1ep")),
        ];
        AssertDistinct(fashion);
    }

    [Fact]
    public void Parse_AnyOtherSyntheticValue_ChangesTheDigest() => AssertDistinct(
        [
            .. Changes(
                ExampleFile.Synthetic,
                ("features: 8", "features: 9"),
                ("classes: 4", "classes: 5"),
                ("train: 96", "train: 97"),
                ("test: 16", "test: 17"),
                ("noise: 96", "noise: 97"),
                ("seed: 7", "seed: 8")).Select(FitNetwork),
        ]);

    [Fact]
    public void Parse_AnyOtherImageValue_ChangesTheDigest() => AssertDistinct(
        [
            ExampleFile.Synthetic,
            .. Changes(ExampleFile.Images, ("image: 2x2x2", "image: 4x2x1"), ("image: 2x2x2", "image: 2x2x2\n    shift: 1"), ("noise: 96", "noise: 97")),
            .. Changes(ExampleFile.Files, ("image: 2x2x2", "image: 8x1x1"), ("image: 2x2x2", "features: 8"), ("train: 96", "train: 97"), ("test: 16", "test: 17"), ("00ab", "00ac")),
        ]);

    [Theory]
    [InlineData(ExampleFile.Images, "image: 2x2x2", "image: 2x2x2\n    shift: 0")]
    [InlineData(ExampleFile.Files, "path: /data", "path: /elsewhere")]
    public void Parse_SameImagesWrittenOtherwise_HaveTheSameDigest(string example, string old, string replacement) =>
        Assert.Equal(ExampleFile.DigestOf(example), ExampleFile.DigestOf(ExampleFile.With(example, old, replacement)));

    /// <summary>The example and each of its changes.</summary>
    private static IEnumerable<string> Changes(string example, params (string Old, string New)[] changes) =>
        changes.Select(change => ExampleFile.With(example, change.Old, change.New)).Prepend(example);

    /// <summary>All with the same network, as wide as the changed data needs.</summary>
    private static string FitNetwork(string text)
    {
        var inputs = text.Contains("features: 9", StringComparison.Ordinal) ? 9 : 8;
        var outputs = text.Contains("classes: 5", StringComparison.Ordinal) ? 5 : 4;
        return ExampleFile.With(text, "mlp:8-6-4", $"mlp:{inputs}-6-{outputs}");
    }

    private static void AssertDistinct(string[] texts)
    {
        var digests = texts.Select(ExampleFile.DigestOf).ToHashSet<Digest>();
        Assert.Equal(texts.Length, digests.Count);
    }
}
