using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class ReplayVerbTests(RecordedTool tool) : IClassFixture<RecordedTool>
{
    public static TheoryData<string, string[]> Screens { get; } = new()
    {
        { "replay", ["tiny.0"] },
        { "replay-replicates", ["tiny.0", "tiny.1", "--jobs", "2"] },
        { "replay-from-seed", ["tiny.0", "--from-seed", "--jobs", "2"] },
        { "replay-reference", ["tiny.1", "--reference"] },
        { "replay-round", ["tiny.0/2"] },
        { "replay-step", ["tiny.0/1@12"] },
        { "replay-mask", ["tiny.0/1:mask"] },
        { "replay-budget", ["tiny.0", "--budget", "2", "--draw", "7"] },
        { "replay-budget-spent", ["tiny.0", "--budget", "10m", "--draw", "7"] },
    };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Replay_ShowsTheGoldenScreen(string name, string[] args)
    {
        var call = await tool.Run(["replay", .. args]);

        Assert.Equal(ExitCodes.Done, call.Exit);
        Golden.Equal(name, call.Screen);
    }

    [Fact]
    public async Task Replay_OfALedgerNamedInTheAddress_RecordsNothingAndSaysSo()
    {
        var call = await tool.Run("replay", $"{tool.Store}#tiny.0", "tiny.1", "--json");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Equal([false, true], call.Json.EnumerateArray().Select(static report => report.GetProperty("isRecorded").GetBoolean()));
        Assert.Contains("only read", (await tool.Run("replay", $"{tool.Store}#tiny.0")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_WithoutASeed_DrawsAnotherEachTime()
    {
        var draws = new HashSet<string>();
        for (var n = 0; n < 3; n++)
        {
            var call = await tool.Run("replay", "tiny.0", "--budget", "1", "--json");
            draws.Add(call.Json.GetProperty("sample").GetProperty("draw").GetString()!);
        }

        Assert.Equal(3, draws.Count);
    }

    [Theory]
    [InlineData("'0'", "--budget", "0")]
    [InlineData("10 minutes", "--budget", "10 minutes")]
    [InlineData("5d", "--budget", "5d")]
    [InlineData("-1", "--budget", "1", "--draw", "-1")]
    [InlineData("--draw", "--draw", "1")]
    [InlineData("--from-seed", "--budget", "1", "--from-seed")]
    [InlineData("--jobs", "--jobs", "0")]
    public async Task Replay_WithAWrongOption_IsRefusedWithTheWayOut(string said, params string[] args)
    {
        var call = await tool.Run(["replay", "tiny.0", .. args]);

        Assert.Equal(ExitCodes.Usage, call.Exit);
        Assert.Contains(said, call.Error, StringComparison.Ordinal);
    }
}
