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

    public void Dispose() => _program.Dispose();
}
