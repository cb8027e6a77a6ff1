using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class SharedRunVerbTests : IAsyncLifetime
{
    private readonly SharedTool _shared = new();

    [Fact]
    public async Task Ls_RunsOfEveryStatus_ShowsTheGoldenScreen() => Golden.Equal("ls-statuses", (await _shared.Tool.Run("ls")).Screen);

    [Fact]
    public async Task Ls_WithJson_NamesHolderAndExpiry()
    {
        var call = await _shared.Tool.Run("ls", "--json");

        var runs = call.Json.EnumerateArray().ToDictionary(static run => run.GetProperty("label").GetString()!);
        Assert.Equal(
            ["done", "running", "waiting", "stale", "failed", "waiting"],
            new[] { "tiny.0", "tiny.1", "tiny.2", "tiny.3", "tiny.4", "unknown.7" }.Select(label => runs[label].GetProperty("status").GetString()));
        Assert.Equal(SharedTool.Holder, runs["tiny.1"].GetProperty("holder").GetString());
        Assert.True(runs["tiny.1"].GetProperty("expires").GetDateTimeOffset() > runs["tiny.3"].GetProperty("expires").GetDateTimeOffset());
        Assert.Equal("run-elsewhere", runs["unknown.7"].GetProperty("stream").GetString());
        Assert.False(runs["unknown.7"].TryGetProperty("run", out _));
    }

    [Fact]
    public async Task ResumeAll_TakesWhatNobodyHasAndLeavesTheRest()
    {
        var call = await _shared.Tool.Run("resume", "--all", "--json");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Equal([2, 3, 4], Assert.Single(call.Json.GetProperty("experiments").EnumerateArray()).GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("replicate").GetInt32()));
        Assert.Contains($"(tiny.1) is running: {SharedTool.Holder} has it until ", call.Error, StringComparison.Ordinal);
        var again = await _shared.Tool.Run("resume", "--all");
        Assert.Equal((ExitCodes.Done, "Nothing to resume: others have all unfinished runs.\n"), (again.Exit, again.Output));
    }

    [Fact]
    public async Task Resume_RunOfAnother_SaysWhoHasItAndExits5()
    {
        var call = await _shared.Tool.Run("resume", "tiny.1");

        Assert.Equal(ExitCodes.Conflict, call.Exit);
        Assert.Contains($"{SharedTool.Holder} has it until ", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tiny.2")]
    [InlineData("tiny.3")]
    [InlineData("tiny.4")]
    public async Task Resume_RunThatNobodyHas_FinishesIt(string run)
    {
        var call = await _shared.Tool.Run("resume", run, "--json");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Equal(64, call.Json.GetProperty("experiments")[0].GetProperty("runs")[0].GetProperty("result").GetString()!.Length);
    }

    [Fact]
    public async Task Show_RunThatWaitsToBegin_SaysSo()
    {
        var call = await _shared.Tool.Run("show", "tiny.2");

        Assert.Equal(ExitCodes.NotFound, call.Exit);
        Assert.Contains("(tiny.2) has not begun yet", call.Error, StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => await _shared.Fill();

    public ValueTask DisposeAsync()
    {
        _shared.Dispose();
        return ValueTask.CompletedTask;
    }
}
