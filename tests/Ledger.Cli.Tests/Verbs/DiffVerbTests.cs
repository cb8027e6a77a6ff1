using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed partial class DiffVerbTests : IAsyncLifetime
{
    private const string Colleague = "col & <i>league</i>.ledger";

    private readonly Tool _tool = new();

    private string Other => _tool.File(Colleague.Replace("/", "", StringComparison.Ordinal));

    public async ValueTask InitializeAsync()
    {
        await Record(TinyExperiment.Text, "tiny.yaml");
        await Record(TinyExperiment.Text.Replace("name: tiny", "name: longer", StringComparison.Ordinal).Replace("rounds: 2", "rounds: 3", StringComparison.Ordinal), "longer.yaml", "--replicates", "0");
        await Record(TinyExperiment.Text.Replace("name: tiny", "name: coarse", StringComparison.Ordinal).Replace("fraction: 0.3", "fraction: 0.45", StringComparison.Ordinal), "coarse.yaml", "--replicates", "0");
    }

    public ValueTask DisposeAsync()
    {
        _tool.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("diff-replicates", "tiny.0", "tiny.1")]
    [InlineData("diff-prune-rate", "tiny.0", "coarse")]
    [InlineData("diff-longer", "tiny.0", "longer")]
    [InlineData("diff-tickets", "tiny.0/1", "tiny.0/2")]
    [InlineData("diff-experiments", "tiny", "coarse")]
    [InlineData("diff-stat", "tiny.0", "coarse", "--stat")]
    public async Task Diff_OfWhatDiffers_ShowsTheGoldenScreenAndExitsOne(string golden, params string[] args)
    {
        var call = await _tool.Run(["diff", .. args]);

        Assert.Equal(ExitCodes.Differs, call.Exit);
        Golden.Equal(golden, Environment().Replace(call.Screen, "$1····"));
    }

    [Fact]
    public async Task Diff_OfOneRunInTwoLedgers_SaysIdenticalInOneLineAndExitsZero()
    {
        await CopyToOther();
        var call = await _tool.Run("diff", "tiny", $"{Other}#tiny");

        Assert.Equal((ExitCodes.Done, "identical: 2 runs, 36 derivations and 160 training steps, every bit\n"), (call.Exit, call.Output));
    }

    [Fact]
    public async Task Diff_WithAnAlteredStep_ShowsBothRecordsAndHowToFindTheWrongOne()
    {
        await CopyToOther();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder { DataSource = Other, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE events SET body = replace(body, '\"correct\":', '\"correct\":1') WHERE alias = 'step_trained' AND version = 8";
            Assert.NotEqual(0, command.ExecuteNonQuery());
        }

        var call = await _tool.Run("diff", "tiny.0", $"{Other}#tiny.0");

        Assert.Equal(ExitCodes.Differs, call.Exit);
        Golden.Equal("diff-bits", Environment().Replace(call.Screen, "$1····"));
    }

    [Fact]
    public async Task Diff_AsJson_HoldsReasonRoundsAndDistances()
    {
        var call = await _tool.Run("diff", "tiny.0", "coarse", "--json");
        var run = call.Json.GetProperty("runs")[0];

        Assert.Equal("method.prune.fraction", run.GetProperty("difference").GetProperty("parameters")[0].GetProperty("what").GetString());
        Assert.Equal("key", run.GetProperty("difference").GetProperty("cause").GetString());
        var round = run.GetProperty("rounds")[2];
        Assert.InRange(round.GetProperty("masks").GetProperty("jaccard").GetDouble(), 0.01, 0.99);
        Assert.True(round.GetProperty("end").GetProperty("all").GetProperty("ulps").GetArrayLength() > 1);
        Assert.NotEqual(0, run.GetProperty("lineage").GetArrayLength());
    }

    [Fact]
    public async Task Diff_AsHtml_IsOneWellFormedFileThatNeedsNothingElse()
    {
        await CopyToOther();
        var call = await _tool.Run("diff", "coarse", $"{Other}#tiny.1", "--html", _tool.File("diff.html"));
        var text = await File.ReadAllTextAsync(_tool.File("diff.html"), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Differs, call.Exit);
        using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        var page = XDocument.Load(reader);
        Assert.DoesNotContain(page.Descendants(), static element => element.Name.LocalName is "script" or "link" or "img" or "i" || element.Attributes().Any(static attribute => attribute.Name.LocalName is "href" or "src"));
        Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
        Assert.Contains(page.Descendants("h1"), static heading => heading.Value.Contains("<i>", StringComparison.Ordinal));
        Assert.Equal(
            ["Lineages side by side", "Accuracy on test, by round", "Weights kept, by round", "Weights kept by A alone, by both, by B alone"],
            page.Descendants().Where(static element => element.Name.LocalName == "svg").Take(4).Select(static drawing => Text(drawing)));
    }

    [Fact]
    public async Task Diff_AsHtmlOverAFile_RefusesAndNamesTheOption()
    {
        await File.WriteAllTextAsync(_tool.File("diff.html"), "mine", TestContext.Current.CancellationToken);
        var call = await _tool.Run("diff", "tiny.0", "coarse", "--html", _tool.File("diff.html"));

        Assert.Equal(ExitCodes.Conflict, call.Exit);
        Assert.Contains("--html", call.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await File.ReadAllTextAsync(_tool.File("diff.html"), TestContext.Current.CancellationToken));
    }

    private static string Text(XElement drawing) =>
        drawing.Elements().First(static element => element.Name.LocalName == "title").Value;

    private async Task CopyToOther() => Assert.Equal(ExitCodes.Done, (await _tool.Run("store", "copy", _tool.Store, Other)).Exit);

    private async Task Record(string text, string file, params string[] args)
    {
        var call = await _tool.Run(["run", _tool.Experiment(text, file), "--jobs", "1", "--threads", "1", .. args]);
        Assert.True(call.Exit == ExitCodes.Done, call.Screen);
    }

    // What differs between machines and builds.
    [GeneratedRegex(@"^(environment  A  |              *B  the same but ).*$", RegexOptions.Multiline)]
    private static partial Regex Environment();
}
