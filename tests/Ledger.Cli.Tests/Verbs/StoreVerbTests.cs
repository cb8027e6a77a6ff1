using System.Text.RegularExpressions;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed partial class StoreVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Theory]
    [InlineData("store-ping", "ping")]
    [InlineData("store-migrate", "migrate")]
    [InlineData("store-info", "info")]
    [InlineData("store-refresh", "refresh")]
    public async Task Store_OfTheTinyLedger_ShowsTheGoldenScreen(string golden, string command)
    {
        await Record();
        var call = await _tool.Run("store", command);

        Assert.Equal(ExitCodes.Done, call.Exit);
        Golden.Equal(golden, Varying().Replace(call.Screen, "···"));
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("migrate")]
    [InlineData("info")]
    [InlineData("refresh")]
    public async Task Store_WithJson_WritesOneDocument(string command)
    {
        await Record();

        Assert.Contains("ledger.db", (await _tool.Run("store", command, "--json")).Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_ASecondTime_SaysThatNothingChanged()
    {
        await Record();
        var first = await _tool.Run("store", "copy", _tool.Store, _tool.File("copy.db"));
        var second = await _tool.Run("store", "copy", _tool.Store, _tool.File("copy.db"));

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (first.Exit, second.Exit));
        Assert.StartsWith("copied ", first.Output, StringComparison.Ordinal);
        Assert.Contains("is a copy of", second.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify", "--store", _tool.File("copy.db"))).Exit);
    }

    [Fact]
    public async Task Copy_IntoAnotherLedger_IsAConflict()
    {
        await Record();
        Assert.Equal(ExitCodes.Done, (await _tool.Run("run", _tool.Experiment(), "--store", _tool.File("other.db"))).Exit);

        Assert.Equal(ExitCodes.Conflict, (await _tool.Run("store", "copy", _tool.Store, _tool.File("other.db"))).Exit);
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("info")]
    [InlineData("migrate")]
    [InlineData("refresh")]
    public async Task Store_ThatDoesNotAnswer_IsUnreachableAndItsPasswordIsNotTold(string command)
    {
        var call = await _tool.Run("store", command, "--store", "postgres://ledger:geheim@127.0.0.1:1/lab");

        Assert.Equal(ExitCodes.Unreachable, call.Exit);
        Assert.DoesNotContain("geheim", call.Screen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copy_ToPostgresAndBack_IsTheSameLedger()
    {
        using var schema = new TestSchema(isMigrated: false);
        var there = schema.Url;
        await Record();
        Assert.Equal(ExitCodes.Done, (await _tool.Run("store", "migrate", "--store", there)).Exit);
        var to = await _tool.Run("store", "copy", _tool.Store, there);
        var back = await _tool.Run("store", "copy", there, _tool.File("back.db"));
        var again = await _tool.Run("store", "copy", _tool.Store, _tool.File("back.db"));

        Assert.True(to.Exit == 0, to.Screen);
        Assert.True(back.Exit == 0, back.Screen);
        Assert.Contains("is a copy of", again.Output, StringComparison.Ordinal);
        Assert.Equal(Root(to), Root(back));
        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify", "--store", there)).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify", "--store", _tool.File("back.db"))).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("diff", "tiny.0", $"{there}#tiny.0")).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("store", "ping", "--store", there)).Exit);
    }

    public void Dispose() => _tool.Dispose();

    private async Task Record() => Assert.Equal(ExitCodes.Done, (await _tool.Run("run", _tool.Experiment(), "--jobs", "1", "--threads", "1")).Exit);

    private static string Root(Call copy) => copy.Output.Split('\n').Single(static line => line.StartsWith("  root", StringComparison.Ordinal));

    // What an attempt notes of its machine has another length on another one.
    [GeneratedRegex(@"(?<=SQLite )[\d.]+|\d+(\.\d)? k?B")]
    private static partial Regex Varying();
}
