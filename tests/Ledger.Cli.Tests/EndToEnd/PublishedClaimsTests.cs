using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>What the documentation claims of the project's own results, audited by the real program.</summary>
public sealed class PublishedClaimsTests : IDisposable
{
    private readonly RealProgram _program = new();

    /// <summary>Claims of every experiment.</summary>
    public static TheoryData<string> Experiments => [.. Directory.EnumerateFiles(Repository.PathOf("experiments", "claims"), "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order()];

    [Theory]
    [MemberData(nameof(Experiments))]
    public async Task Claims_OfAnExperiment_Hold(string name)
    {
        RealProgram.SkipWithoutData();
        Assert.SkipUnless(name == "quick" || Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") == "1", "trains for minutes: ./test --long");
        var claims = Repository.PathOf("experiments", "claims", $"{name}.yaml");
        await _program.Run(["claim", "register", claims]);
        var run = await _program.Run(["run", Repository.PathOf("experiments", $"{name}.yaml")]);
        Assert.True(run.Exit == 0, run.Error);

        var audit = await _program.Run(["audit", claims, "--full"]);

        Assert.True(audit.Exit == 0, audit.Output);
        Assert.Contains("before anything of it was computed", audit.Output, StringComparison.Ordinal);
    }

    // docs/audit.md: a bundle in, nothing else but the claims and the key.
    [Fact]
    public async Task ReviewersPath_FromABundleAlone_EndsWithTheVerdict()
    {
        RealProgram.SkipWithoutData();
        var claims = Repository.PathOf("experiments", "claims", "quick.yaml");
        var (laboratory, reviewer) = (_program.Folder("laboratory"), _program.Folder("reviewer"));
        (string, string) home = ("XDG_CONFIG_HOME", laboratory);
        await _program.Run(["seal", "init"], home);
        await _program.Run(["claim", "register", claims]);
        await _program.QuickResult([]);
        await _program.Run(["seal"], home);
        var bundle = Path.Combine(reviewer, "quick.bundle");
        Assert.Equal(0, (await _program.Run(["export", "quick", "-o", bundle])).Exit);
        File.Delete(_program.Store);
        var key = Path.Combine(laboratory, "ledger", "seal.pub.pem");

        var verify = await _program.Run(["verify", "--store", bundle, "--key", key]);
        var audit = await _program.Run(["audit", claims, "--store", bundle, "--level", "replay"]);
        var other = await _program.Run(["audit", _program.Write("my.yaml", (await File.ReadAllTextAsync(claims, TestContext.Current.CancellationToken)).Replace("exactly: 77.36 %", "at_least: 78 %", StringComparison.Ordinal)), "--store", bundle]);

        Assert.Equal((0, 0, 1), (verify.Exit, audit.Exit, other.Exit));
        Assert.Contains("4 claims: 4 hold", audit.Output, StringComparison.Ordinal);
        Assert.Contains("refuted: accuracy on test at least 78% — 77.36% (7736 of 10000)", other.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();
}
