using System.Diagnostics;
using System.Text.Json;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Store.Tests.Fixtures;
using Ledger.Tickets.Derivations;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>Several processes on one ledger: the same command three times, one killed at work, one asleep beyond its lease.</summary>
public sealed class MachinesTests : IDisposable
{
    private static readonly int Replicates = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") is null ? 6 : 30;

    private readonly RealProgram _program = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public Task Run_ByThreeProcesses_OneKilledOneAsleep_IsDoneOnceInSqlite() => ShareAndCompare(_program.Store);

    [Fact]
    public async Task Run_ByThreeProcesses_OneKilledOneAsleep_IsDoneOnceInPostgres()
    {
        using var schema = new TestSchema();
        await ShareAndCompare(schema.Url);
    }

    public void Dispose() => _program.Dispose();

    private async Task ShareAndCompare(string address)
    {
        var file = _program.Write("shared.yaml", TinyExperiment.Text
            .Replace("steps: 30it", "steps: 12000it", StringComparison.Ordinal)
            .Replace("replicates: 2", $"replicates: {Replicates}", StringComparison.Ordinal));
        using var ledger = new SharedLedger(address);
        string[] command = ["run", file, "--jobs", "1", "--threads", "1", "--lease", "5", "--json", "--store", address];
        using Process killed = _program.Start(command), asleep = _program.Start(command), awake = _program.Start(command);
        var answers = new[] { asleep, awake }.Select(Answer).ToArray();

        var first = await ledger.Stop(killed, _cancellation);
        killed.Kill();
        var second = await ledger.Stop(asleep, _cancellation);
        await ledger.Lost(asleep, second, _cancellation);
        await SharedLedger.Signal(asleep, "CONT", _cancellation);

        var wanted = await Alone(file);
        Assert.Equal(Replicates, wanted.Count);
        foreach (var answer in answers)
        {
            Assert.Equal(wanted, await answer);
        }

        Assert.Equal(0, (await _program.Run(["verify", "--store", address])).Exit);
        Assert.Empty(await ledger.Leases(_cancellation));
        Assert.Equal(Replicates, (await ledger.Runs(_cancellation)).Count);
        AssertOnce(await ledger.Computed([first, second], _cancellation), Replicates - new[] { first, second }.Distinct().Count());
    }

    /// <summary>The results of one process in a ledger of its own.</summary>
    private async Task<IReadOnlyList<string>> Alone(string file)
    {
        var (exit, output, error) = await _program.Run(["run", file, "--json", "--store", _program.Folder("alone") + "/alone.ledger"]);
        Assert.True(exit == 0, error);
        return Results(output);
    }

    private async Task<IReadOnlyList<string>> Answer(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(_cancellation), process.StandardError.ReadToEndAsync(_cancellation));
        await process.WaitForExitAsync(_cancellation);
        Assert.True(process.ExitCode == 0, $"exit {process.ExitCode}: {await error}");
        return Results(await output);
    }

    private static IReadOnlyList<string> Results(string output)
    {
        using var answer = JsonDocument.Parse(output);
        return [.. answer.RootElement.GetProperty("runs").EnumerateArray().Select(static run => $"{run.GetProperty("replicate")}: {run.GetProperty("result")}")];
    }

    /// <summary>Every step of every training was computed by one attempt, and so was every other derivation.</summary>
    private static void AssertOnce(IReadOnlyList<DerivationComputed> computed, int runs)
    {
        var trained = computed.Where(static one => one.Kind == Kinds.Train).GroupBy(static one => one.Key).ToList();
        Assert.Equal(3 * runs, trained.Count);
        Assert.All(trained, static training => Assert.Equal(
            Enumerable.Range(1, training.Max(static one => one.ToStep!.Value)), training.SelectMany(static one => Enumerable.Range(one.FromStep!.Value, one.ToStep!.Value - one.FromStep.Value + 1)).Order()));
        var others = computed.Where(static one => one.Kind != Kinds.Train).ToList();
        Assert.Equal(others.Count, others.Select(static one => (one.Kind, one.Key)).Distinct().Count());
    }
}
