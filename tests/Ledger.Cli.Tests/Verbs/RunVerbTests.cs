using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class RunVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Run_TinyExperiment_ShowsTheTableAndWhatWasComputed()
    {
        var call = await _tool.Run("run", _tool.Experiment());

        Assert.Equal(ExitCodes.Done, call.Exit);
        Golden.Equal("run", call.Screen);
    }

    [Fact]
    public async Task Run_OneReplicate_ShowsNoRange()
    {
        var call = await _tool.Run("run", _tool.Experiment(), "--replicates", "1");

        Golden.Equal("run-one-replicate", call.Screen);
    }

    [Fact]
    public async Task Run_ReplicatesBeyondTheDeclaredOnes_RunsThem()
    {
        var call = await _tool.Run("run", _tool.Experiment(), "--replicates", "10..11", "--json");

        Assert.Equal([10, 11], call.Json.GetProperty("runs").EnumerateArray().Select(static run => run.GetProperty("replicate").GetInt32()));
    }

    [Fact]
    public async Task Run_LargeWork_TellsWhatItTakes()
    {
        var call = await _tool.Run("run", _tool.Experiment(TinyExperiment.Text.Replace("steps: 30it", "steps: 4000000it", StringComparison.Ordinal).Replace("rate: 0.05", "rate: 1000000000000000000", StringComparison.Ordinal)));

        Assert.Equal(ExitCodes.Differs, call.Exit);
        Assert.Contains("2 replicates to do: about ", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Again_AnswersTheSameAndComputesNothing()
    {
        var first = await _tool.Run("run", _tool.Experiment());
        var second = await _tool.Run("run", _tool.Experiment());

        Assert.Equal(first.Output, second.Output);
        Assert.StartsWith("160 steps found in the ledger; nothing recomputed", second.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AnyJobsAndThreads_AnswersTheSame()
    {
        using var other = new Tool();

        var one = await _tool.Run("run", _tool.Experiment(), "--jobs", "1", "--threads", "1");
        var many = await other.Run("run", other.Experiment(), "--jobs", "2", "--threads", "3");

        Assert.Equal(one.Output, many.Output);
    }

    [Fact]
    public async Task Run_WithJson_WritesOneDocument()
    {
        var call = await _tool.Run("run", _tool.Experiment(), "--json");

        var runs = call.Json.GetProperty("runs").EnumerateArray().ToList();
        Assert.Equal([0, 1], runs.Select(static run => run.GetProperty("replicate").GetInt32()));
        Assert.Equal(64, runs[0].GetProperty("result").GetString()!.Length);
        Assert.Equal([150, 105, 74], runs[0].GetProperty("rounds").EnumerateArray().Select(static round => round.GetProperty("kept").GetInt32()));
    }

    [Fact]
    public async Task Run_Diverging_TellsTheStepAndExits1()
    {
        var call = await _tool.Run("run", _tool.Experiment(TinyExperiment.Text.Replace("rate: 0.05", "rate: 1000000000000000000", StringComparison.Ordinal)));

        Assert.Equal(ExitCodes.Differs, call.Exit);
        Assert.Contains("diverged in round 0 at step", call.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_InvalidSpecification_ListsEveryMistake()
    {
        var call = await _tool.Run("run", _tool.Experiment(TinyExperiment.Text.Replace("fraction: 0.3", "fraction: 1.3", StringComparison.Ordinal).Replace("batch: 20", "batch: 0", StringComparison.Ordinal)));

        Assert.Equal(ExitCodes.Usage, call.Exit);
        Assert.Equal("", call.Output);
        Golden.Equal("run-invalid", call.Screen);
        Assert.False(File.Exists(_tool.Store));
    }

    [Theory]
    [InlineData("run")]
    [InlineData("run", "SPEC", "--replicates", "2..0")]
    [InlineData("run", "SPEC", "--replicates", "-1")]
    [InlineData("run", "SPEC", "--jobs", "0")]
    [InlineData("run", "SPEC", "--jobs", "many")]
    [InlineData("run", "SPEC", "--threads", "0")]
    [InlineData("run", "SPEC", "SPEC")]
    [InlineData("run", "SPEC", "--unheard-of")]
    [InlineData("run", "--unheard-of")]
    [InlineData("--unheard-of")]
    [InlineData("unheard-of")]
    [InlineData("resume", "--unheard-of")]
    public async Task Misuse_ExitsWithOneLineAndCode2(params string[] args)
    {
        var file = _tool.Experiment();

        var call = await _tool.Run([.. args.Select(arg => arg == "SPEC" ? file : arg)]);

        Assert.Equal(ExitCodes.Usage, call.Exit);
        Assert.Equal("", call.Output);
        Assert.StartsWith("ledger: ", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Run_AbsentFileWithJson_IsADocumentThatNamesIt()
    {
        var call = await _tool.Run("run", "absent.yaml", "--json");

        Assert.Equal(ExitCodes.NotFound, call.Json.GetProperty("exit").GetInt32());
        Assert.Contains("absent.yaml", call.Json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_StoreIsNoLedger_Exits3()
    {
        await File.WriteAllTextAsync(_tool.Store, new string('x', 5000), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("run", _tool.Experiment())).Exit);
    }

    [Fact]
    public async Task Run_StoreIsAFolder_Exits74() =>
        Assert.Equal(ExitCodes.Io, (await _tool.Run("run", _tool.Experiment(), "--store", _tool.File(""))).Exit);

    [Fact]
    public async Task Run_DataFilesMissing_Exits6()
    {
        var call = await _tool.Run("run", _tool.Experiment(File.ReadAllText(Repository("experiments/quick.yaml"))), "--data", _tool.File("nowhere"));

        Assert.Equal(ExitCodes.EvidenceMissing, call.Exit);
        Assert.Contains("no such file", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_DataFilesDamaged_Exits3()
    {
        await File.WriteAllTextAsync(_tool.File("train-images-idx3-ubyte"), "no images", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("run", _tool.Experiment(File.ReadAllText(Repository("experiments/quick.yaml"))), "--data", _tool.File(""))).Exit);
    }

    public void Dispose() => _tool.Dispose();

    private static string Repository(string path, [System.Runtime.CompilerServices.CallerFilePath] string test = "") =>
        Path.Combine(Path.GetDirectoryName(test)!, "..", "..", "..", path);
}
