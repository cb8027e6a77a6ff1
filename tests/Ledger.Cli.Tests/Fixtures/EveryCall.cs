namespace Ledger.Cli.Tests.Fixtures;

/// <summary>Calls of every verb on one ledger, in an order in which each finds what it needs.</summary>
internal static class EveryCall
{
    private const string Claims = """
        claims:
          - name: sparse-is-good
            text: At half the weights the ticket finds at least eight test samples in ten.
            of: tiny.0
            assert: {accuracy: {split: test, round: 2, at_least: 80 %}}
          - name: never-wrong
            text: The ticket of round 2 makes no mistake.
            of: tiny.1
            assert: {accuracy: {split: test, round: 2, exactly: 100 %}}

        """;

    /// <summary>Each call by a name of its own.</summary>
    public static IReadOnlyList<(string Name, string[] Args)> On(Tool tool)
    {
        var experiment = tool.Experiment();
        var claims = tool.Experiment(Claims, "claims.yaml");
        var (bundle, proof, seal, page) = (tool.File("tiny.bundle"), tool.File("tiny.proof"), tool.File("tiny.seal"), tool.File("diff.html"));
        return
        [
            ("claim-register", ["claim", "register", claims]),
            ("claim-ls", ["claim", "ls"]),
            ("validate-expand", ["validate", experiment, "--expand"]),
            ("run", ["run", experiment, "--jobs", "1", "--threads", "1"]),
            ("validate-known", ["validate", experiment]),
            ("resume-nothing", ["resume"]),
            ("ls", ["ls"]),
            ("ls-experiments", ["ls", "--experiments"]),
            ("show-run", ["show", "tiny.0"]),
            ("show-round", ["show", "tiny.0/1"]),
            ("show-mask", ["show", "tiny.0/1:mask"]),
            ("show-step", ["show", "tiny.0/1@7"]),
            ("show-unknown", ["show", "nothing"]),
            ("log", ["log", "tiny.0", "-n", "9"]),
            ("log-steps", ["log", "tiny.0/1", "--steps", "..3"]),
            ("lineage", ["lineage", "tiny.0/2"]),
            ("metrics", ["metrics", "tiny.0/1", "--every", "10"]),
            ("metrics-evaluations", ["metrics", "tiny.0", "--evaluations"]),
            ("diff", ["diff", "tiny.0", "tiny.1"]),
            ("diff-stat", ["diff", "tiny.0", "tiny.1", "--stat"]),
            ("diff-page", ["diff", "tiny.0", "tiny.1", "--html", page]),
            ("diff-identical", ["diff", "tiny.0", "tiny.0"]),
            ("audit", ["audit", claims]),
            ("audit-recompute", ["audit", claims, "--level", "recompute"]),
            ("claim-show", ["claim", "show", "never-wrong"]),
            ("replay", ["replay", "tiny.0"]),
            ("replay-two", ["replay", "tiny.0", "tiny.1"]),
            ("rebuild", ["rebuild", "tiny.0/2", "--out", tool.File("t")]),
            ("rebuild-plan", ["rebuild", "tiny.0/2", "--plan"]),
            ("rebuild-torch", ["rebuild", "tiny.0/2", "--layout", "torch", "--out", tool.File("t")]),
            ("rebuild-compact", ["rebuild", "tiny.0/2", "--format", "compact", "--out", tool.File("t.compact")]),
            ("rebuild-expand", ["rebuild", tool.File("t.compact"), "--out", tool.File("t")]),
            ("rebuild-step", ["rebuild", "tiny.0/1@7", "--plan"]),
            ("vectors", ["vectors", experiment, "--output", tool.File("tiny.safetensors"), "--steps", "2"]),
            ("verify", ["verify"]),
            ("seal-init", ["seal", "init"]),
            ("seal", ["seal", "-o", seal]),
            ("seal-ls", ["seal", "ls"]),
            ("verify-seal", ["verify", "--seal", seal]),
            ("prove", ["prove", "tiny.0/1:mask", "-o", proof]),
            ("verify-proof", ["verify", "--proof", proof]),
            ("export", ["export", "tiny.0", "-o", bundle]),
            ("import", ["import", bundle]),
            ("verify-bundle", ["verify", "--store", bundle]),
            ("data-ls", ["data", "ls"]),
            ("gc-plan", ["gc", "--plan"]),
            ("gc", ["gc"]),
            ("store-ping", ["store", "ping"]),
            ("store-migrate", ["store", "migrate"]),
            ("store-info", ["store", "info"]),
            ("store-compact", ["store", "compact"]),
            ("store-refresh", ["store", "refresh"]),
            ("store-copy", ["store", "copy", tool.Store, tool.File("copy.db")]),
            ("doctor", ["doctor"]),
            ("doctor-affected", ["doctor", "--affected", "0.1.0"]),
            ("schema", ["schema"]),
            ("version", ["version"]),
        ];
    }

    /// <summary>The name that <c>ledger schema</c> knows a call by.</summary>
    public static string VerbOf(string[] args) =>
        args[0] is "store" or "data" or "claim" || args is ["seal", "init" or "ls", ..] ? $"{args[0]} {args[1]}" : args[0];
}
