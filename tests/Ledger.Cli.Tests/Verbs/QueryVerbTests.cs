using System.Text.Json;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class QueryVerbTests(RecordedTool tool) : IClassFixture<RecordedTool>
{
    [Theory]
    [InlineData("ls", "ls")]
    [InlineData("ls-experiments", "ls", "--experiments")]
    [InlineData("show-run", "show", "tiny.0")]
    [InlineData("show-round", "show", "tiny.0/1")]
    [InlineData("show-mask", "show", "tiny.0/1:mask")]
    [InlineData("show-end", "show", "tiny.0/1:end")]
    [InlineData("show-step", "show", "tiny.0/1@7")]
    [InlineData("lineage", "lineage", "tiny.0/1")]
    [InlineData("lineage-mask", "lineage", "tiny.0/2:mask")]
    [InlineData("lineage-mermaid", "lineage", "tiny.0/2", "--mermaid")]
    [InlineData("lineage-dot", "lineage", "tiny.0/2", "--dot")]
    [InlineData("lineage-svg", "lineage", "tiny.0/1", "--svg")]
    [InlineData("log", "log", "tiny.0", "-n", "9")]
    [InlineData("log-types", "log", "tiny.0", "--type", "mask_drawn,ticket_drawn,run_completed")]
    [InlineData("log-steps", "log", "tiny.0", "--round", "1", "--steps", "2..4")]
    [InlineData("metrics", "metrics", "tiny.0/1", "tiny.1/1", "--every", "10")]
    [InlineData("metrics-evaluations", "metrics", "tiny.0", "--evaluations")]
    public async Task Query_TinyLedger_ShowsTheGoldenScreen(string golden, params string[] args)
    {
        var call = await tool.Run(args);

        Assert.Equal(ExitCodes.Done, call.Exit);
        Golden.Equal(golden, call.Screen);
    }

    [Theory]
    [InlineData(ExitCodes.NotFound, "ls", "nothing")]
    [InlineData(ExitCodes.NotFound, "show", "nothing")]
    [InlineData(ExitCodes.NotFound, "show", "tiny.0/9")]
    [InlineData(ExitCodes.NotFound, "show", "tiny.0/0:mask")]
    [InlineData(ExitCodes.NotFound, "lineage", "tiny.0/1@7")]
    [InlineData(ExitCodes.Usage, "show", "tiny")]
    [InlineData(ExitCodes.Usage, "show", "tiny.0/one")]
    [InlineData(ExitCodes.Usage, "log", "tiny.0", "--type", "mask_draw")]
    [InlineData(ExitCodes.Usage, "log", "tiny.0", "--type", "mask_drawn,")]
    [InlineData(ExitCodes.Usage, "log", "tiny.0", "--steps", "9..3")]
    [InlineData(ExitCodes.Usage, "lineage", "tiny.0", "--dot", "--svg")]
    [InlineData(ExitCodes.Usage, "metrics", "tiny.0", "--every", "0")]
    [InlineData(ExitCodes.Usage, "metrics", "tiny.0:mask")]
    public async Task Query_WhatIsNotThere_SaysSoAndExits(int exit, params string[] args)
    {
        var call = await tool.Run(args);

        Assert.Equal(exit, call.Exit);
        Assert.Empty(call.Output);
        Assert.StartsWith("ledger: ", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ls")]
    [InlineData("ls", "--experiments")]
    [InlineData("show", "tiny.0")]
    [InlineData("show", "tiny.0/1")]
    [InlineData("show", "tiny.0/1:ticket")]
    [InlineData("lineage", "tiny.0")]
    public async Task Query_WithJson_WritesOneDocument(params string[] args)
    {
        var call = await tool.Run([.. args, "--json"]);

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.NotEqual(JsonValueKind.Null, call.Json.ValueKind);
    }

    [Fact]
    public async Task Log_WithJson_WritesABodyALine()
    {
        var call = await tool.Run("log", "tiny.0", "--type", "step_trained", "--json");

        var lines = call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(80, lines.Count);
        Assert.Equal(1, lines[0].GetProperty("body").GetProperty("step").GetInt32());
        Assert.Equal(lines.Select(static line => line.GetProperty("position").GetInt64()).Order(), lines.Select(static line => line.GetProperty("position").GetInt64()));
    }

    [Fact]
    public async Task Metrics_EveryStep_HasARowForEachRecordedOne()
    {
        var call = await tool.Run("metrics", "tiny.0", "tiny.1", "--csv");

        Assert.Equal(1 + (2 * 80), call.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Show_RunOfAnotherFile_ShowsItFromThere()
    {
        var (here, there) = (await tool.Run("show", "tiny.0/1"), await tool.Run("show", $"{tool.Store}#tiny.0/1"));

        Assert.Equal(here.Output, there.Output);
    }
}
