using Ledger.Application.Experiments;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Cli.Tests.Verbs;

public sealed class ResumeVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Resume_Interrupted_FinishesAsIfUndisturbed()
    {
        using var undisturbed = new Tool();
        var whole = await undisturbed.Run("run", undisturbed.Experiment(), "--json");
        await Interrupt();

        var resumed = await _tool.Run("resume", "--json");

        Assert.Equal(ExitCodes.Done, resumed.Exit);
        var experiment = Assert.Single(resumed.Json.GetProperty("experiments").EnumerateArray());
        Assert.Equal("tiny", experiment.GetProperty("name").GetString());
        var run = Assert.Single(experiment.GetProperty("runs").EnumerateArray());
        Assert.Equal(whole.Json.GetProperty("runs")[0].GetProperty("result").GetString(), run.GetProperty("result").GetString());
    }

    [Fact]
    public async Task Resume_EverythingFinished_SaysSo()
    {
        await _tool.Run("run", _tool.Experiment());

        var call = await _tool.Run("resume");

        Assert.Equal((ExitCodes.Done, "Nothing to resume: every run is finished.\n"), (call.Exit, call.Output));
    }

    [Fact]
    public async Task Resume_NoLedger_Exits4AndMakesNone()
    {
        Assert.Equal(ExitCodes.NotFound, (await _tool.Run("resume")).Exit);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Resume_UnknownRun_Exits4()
    {
        await Interrupt();

        var call = await _tool.Run("resume", "0000");

        Assert.Equal(ExitCodes.NotFound, call.Exit);
        Assert.Contains("has no run '0000'", call.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    /// <summary>Stops replicate 0 after its first steps.</summary>
    private async Task Interrupt()
    {
        var options = new GlobalOptions();
        var session = new Session(_tool.Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()), options);
        var root = new System.CommandLine.RootCommand();
        options.AddTo(root);
        session.Bind(root.Parse(["--store", _tool.Store]));
        using var stop = new CancellationTokenSource();
        using var ledger = session.Open(OpenMode.Create);
        var command = new RunExperiment(session.ReadExperiment(_tool.Experiment()), [0], Jobs: 1, new Stopper(stop));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.Send(command, stop.Token));
    }

    private sealed class Stopper(CancellationTokenSource stop) : IProgress<ReplicateProgress>
    {
        public void Report(ReplicateProgress value) => stop.Cancel();
    }
}
