using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Auditing;

/// <summary>What an audit cannot know, or what speaks against a claim, is told.</summary>
public sealed class DoubtTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Audit_DifferenceToAnUnknownExperiment_IsUnsupportedAndSaysSoOnce()
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");

        var call = await _tool.Run("audit", Claim("of: tiny, replicates: 2", "difference: {of: accuracy, split: test, against: mispelt, over: mean, at_least: 0}"));

        Assert.Equal(ExitCodes.EvidenceMissing, call.Exit);
        Assert.Single(call.Output.Split('\n'), static line => line.Contains("no experiment 'mispelt'", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("of: 'BUNDLE#tiny.0/2'", "rounds: {exactly: 2}", "registered at position 1; its evidence lies in another ledger: which is older is not known")]
    [InlineData("of: tiny.0/2", "difference: {of: density, against: 'BUNDLE#tiny.1/2', exactly: 0}", "; what lies in another ledger may be older")]
    public async Task Audit_EvidenceInAnotherLedger_HasNoAge(string of, string assertion, string age)
    {
        using var other = new Tool();
        await other.Run("run", other.Experiment(), "--threads", "1");
        await other.Run("export", "--all", "-o", _tool.File("tiny.bundle"));
        var claim = Claim(of.Replace("BUNDLE", _tool.File("tiny.bundle"), StringComparison.Ordinal), assertion.Replace("BUNDLE", _tool.File("tiny.bundle"), StringComparison.Ordinal));
        await _tool.Run("claim", "register", claim);
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");

        Assert.Contains(age, (await _tool.Run("audit", claim)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Attested_TellsWhatSpeaksAgainstTheClaim()
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        await _tool.Run("export", "--all", "-o", _tool.File("tiny.bundle"));
        File.Delete(_tool.Store);
        await _tool.Run("import", _tool.File("tiny.bundle"));
        await _tool.Run("seal", "init");
        var file = _tool.File("tiny.dsse");

        await _tool.Run("audit", Claim("of: tiny, replicates: 1", "rounds: {over: all, exactly: 2}"), "--attest", file);
        var check = await _tool.Run("verify", "--attestation", file, "--key", _tool.File("config/ledger/seal.pub.pem"));

        Assert.Equal(ExitCodes.Done, check.Exit);
        Assert.Contains("1 further replicate of the experiment was begun that the claim leaves out", check.Output, StringComparison.Ordinal);
        Assert.Contains("imported, and not computed here yet: tiny.0;", check.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private string Claim(string of, string assertion)
    {
        var path = _tool.File("claims.yaml");
        File.WriteAllText(path, $"claims:\n  - {{name: it, text: It is so., {of}, assert: {{{assertion}}}}}\n");
        return path;
    }
}
