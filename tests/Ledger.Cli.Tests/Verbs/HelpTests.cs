using Ledger.Cli.Tests.Fixtures;
using Ledger.Cli.Verbs;

namespace Ledger.Cli.Tests.Verbs;

public sealed class HelpTests : IDisposable
{
    private readonly Tool _tool = new();

    public static TheoryData<string> Verbs => [.. VerbCatalogue.All.Select(static verb => verb.Build(null!).Name)];

    [Theory]
    [MemberData(nameof(Verbs))]
    public async Task Help_OfEveryVerb_ShowsExamples(string verb)
    {
        var call = await _tool.Run(verb, "--help");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Contains($"Examples:\n  ledger {verb}", call.Output, StringComparison.Ordinal);
        Assert.Contains("--store <address>", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoArguments_ShowsTheHelp()
    {
        var call = await _tool.Run();

        Assert.Contains("Usage:", call.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
