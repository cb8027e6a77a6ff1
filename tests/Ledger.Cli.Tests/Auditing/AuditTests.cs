using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Auditing;

/// <summary>Claims, true and false, of every assertion at every level, on a ledger with both replicates of the tiny experiment.</summary>
public sealed class AuditTests(RecordedTool tool) : IClassFixture<RecordedTool>
{
    private const string Mask = "918f245fe995107cbe30e4086637d5ab090cf513c56f582a2b9e52087a22a7f7";
    private const string Result = "2507f89ed3216d0ddfb9c9ca5583aff71c4edd4c3ae7f1c06bf4d49e5518ba57";
    private const string Other = "0000000000000000000000000000000000000000000000000000000000000000";

    private static readonly string[] Levels = ["record", "recompute", "replay"];

    /// <summary>Of what, what, and the verdict that every level must give.</summary>
    private static readonly (string Of, string Assert, string Verdict)[] Claims =
    [
        ("tiny.0/1", "accuracy: {split: test, at_least: 98.88 %, at_most: 98.89 %}", "holds"),
        ("tiny.0/1", "accuracy: {split: test, at_least: 0.98888888888888888888888888}", "holds"),
        ("tiny.0/1", "accuracy: {split: test, at_least: 0.9888888888888888888888888889}", "refuted"),
        ("tiny.0", "accuracy: {split: test, exactly: 1}", "holds"),
        ("tiny.0", "accuracy: {split: validation, round: 2, at_least: 97.51 %}", "refuted"),
        ("tiny.0", "accuracy: {split: train, at_least: 0}", "unsupported"),
        ("tiny.0", "accuracy: {split: test, round: 9, at_least: 0}", "unsupported"),
        ("tiny.0", "accuracy: {split: test, step: 10, at_least: 0}", "unsupported"),
        ("tiny.7", "accuracy: {split: test, at_least: 0}", "unsupported"),
        ("tiny.0/1", "loss: {split: test, at_most: 0.1884}", "holds"),
        ("tiny.0/1", "loss: {split: test, at_most: 0.1883}", "refuted"),
        ("tiny.0/2", "density: {at_most: 49.34 %, at_least: 49.33 %}", "holds"),
        ("tiny.0/2", "density: {layer: fc2.weight, exactly: 0.6}", "holds"),
        ("tiny.0/2", "density: {layer: fc1.weight, exactly: 0.6}", "refuted"),
        ("tiny.0/2", "density: {layer: fc9.weight, exactly: 0.6}", "unsupported"),
        ("tiny.0", "density: {round: 0, exactly: 100 %}", "holds"),
        ("tiny.0", "rounds: {exactly: 2}", "holds"),
        ("tiny.0", "rounds: {at_least: 3}", "refuted"),
        ("tiny.0/1", "counts: {what: kept, exactly: 105}", "holds"),
        ("tiny.0/1", "counts: {what: correct, split: test, exactly: 88}", "refuted"),
        ("tiny.0", "counts: {what: steps, exactly: 80}", "holds"),
        ("tiny.0/1", "counts: {what: steps, exactly: 25}", "holds"),
        ("tiny.0", "counts: {what: derivations, at_least: 15}", "holds"),
        ("tiny.0", "counts: {what: derivations, at_least: 15000}", "refuted"),
        ("tiny.1/1", "difference: {of: accuracy, split: test, against: dense, at_least: 8 %}", "holds"),
        ("tiny.1/1", "difference: {of: accuracy, split: test, against: dense, at_least: 9 %}", "refuted"),
        ("tiny.1/2", "difference: {of: loss, split: test, against: /1, at_least: 0.0075}", "holds"),
        ("tiny.1/2", "difference: {of: accuracy, split: test, against: tiny.0, at_most: -18.8 %}", "holds"),
        ("tiny.1/2", "difference: {of: density, against: tiny.0/2, exactly: 0}", "holds"),
        ("tiny.1/2", "difference: {of: density, against: tiny.9/2, exactly: 0}", "unsupported"),
        ("tiny.0/2", $"same_mask: {{digest: {Mask}}}", "holds"),
        ("tiny.0/1", $"same_mask: {{digest: {Mask}}}", "refuted"),
        ("tiny.0/2", "same_mask: {as: tiny.1/2}", "refuted"),
        ("tiny.0/0", "same_mask: {as: tiny.1/2}", "unsupported"),
        ("tiny.0", $"same_lineage: {{result: {Result}}}", "holds"),
        ("tiny.0", $"same_lineage: {{result: {Other}}}", "refuted"),
        ("tiny.0", "same_lineage: {as: tiny.1}", "refuted"),
        ("tiny.0/2", $"file: {{sha256: {Other}}}", "refuted"),
        ("tiny.0/2", $"file: {{sha256: {Mask}, part: mask}}", "holds"),
        ("tiny.0/2", "file: {path: not-there.safetensors}", "unsupported"),
    ];

    /// <summary>What is said of both replicates, or of three that are not all there.</summary>
    private static readonly (int Replicates, string Assert, string Verdict)[] OverReplicates =
    [
        (2, "accuracy: {split: test, round: 1, over: median, at_least: 91.11 %}", "holds"),
        (2, "accuracy: {split: test, round: 1, over: median, at_least: 91.12 %}", "refuted"),
        (2, "accuracy: {split: test, round: 1, over: min, at_least: 83.3 %}", "holds"),
        (2, "accuracy: {split: test, round: 1, over: max, at_least: 99 %}", "refuted"),
        (2, "accuracy: {split: test, round: 1, over: all, at_least: 83.3 %, at_most: 98.9 %}", "holds"),
        (2, "accuracy: {split: test, round: 1, over: all, at_least: 83.4 %}", "refuted"),
        (2, "accuracy: {split: test, round: 1, over: mean, at_least: 91.11 %}", "holds"),
        (2, "accuracy: {split: test, round: 1, over: mean, confidence: 95 %, at_least: 80 %}", "refuted"),
        (2, "loss: {split: test, round: 1, over: mean, confidence: 60 %, at_most: 0.9}", "holds"),
        (2, "density: {round: 2, over: mean, confidence: 95 %, at_most: 49.34 %}", "holds"),
        (2, "difference: {of: accuracy, split: test, round: 1, against: dense, over: mean, confidence: 95 %, at_least: -60 %}", "holds"),
        (2, "difference: {of: accuracy, split: test, round: 1, against: dense, over: sign_test, at_least: -1 %}", "refuted"),
        (2, "difference: {of: accuracy, split: test, round: 1, against: dense, over: sign_test, confidence: 75 %, at_least: -1 %}", "holds"),
        (2, "rounds: {over: all, exactly: 2}", "holds"),
        (3, "accuracy: {split: test, round: 1, over: all, at_least: 0}", "unsupported"),
    ];

    /// <summary>All of them at every level.</summary>
    public static TheoryData<string, int, string, string, string> Cases =>
    [
        .. from level in Levels from claim in Claims select new TheoryDataRow<string, int, string, string, string>(claim.Of, 0, claim.Assert, level, claim.Verdict),
        .. from level in Levels from claim in OverReplicates select new TheoryDataRow<string, int, string, string, string>("tiny", claim.Replicates, claim.Assert, level, claim.Verdict),
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Audit_Claim_HasItsVerdictAndExitCode(string of, int replicates, string assertion, string level, string verdict)
    {
        var file = Path.Combine(Path.GetDirectoryName(tool.Store)!, "claim.yaml");
        await File.WriteAllTextAsync(file, $"claims:\n  - name: it\n    text: It is so.\n    of: {of}\n{(replicates > 0 ? $"    replicates: {replicates}\n" : "")}    assert: {{{assertion}}}\n");

        var call = await tool.Run("audit", file, "--level", level, "--json");

        var claim = call.Json.GetProperty("claims")[0];
        Assert.Equal(verdict, claim.GetProperty("verdict").GetString());
        Assert.Equal(level, claim.GetProperty("level").GetString());
        Assert.Equal(verdict switch { "holds" => ExitCodes.Done, "refuted" => ExitCodes.Differs, _ => ExitCodes.EvidenceMissing }, call.Exit);
        Assert.Equal(verdict == "unsupported", claim.GetProperty("assertions")[0].GetProperty("missing").GetArrayLength() > 0);
    }
}
