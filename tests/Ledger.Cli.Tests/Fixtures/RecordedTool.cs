using System.Text.RegularExpressions;

namespace Ledger.Cli.Tests.Fixtures;

/// <summary>The program on a ledger that has both replicates of the tiny experiment, recorded one after the other.</summary>
public sealed partial class RecordedTool : IAsyncLifetime
{
    private readonly Tool _tool = new();

    /// <summary>The ledger that calls use.</summary>
    public string Store => _tool.Store;

    /// <summary>Records the ledger.</summary>
    public async ValueTask InitializeAsync()
    {
        var call = await _tool.Run("run", _tool.Experiment(), "--jobs", "1", "--threads", "1");
        Assert.Equal(ExitCodes.Done, call.Exit);
    }

    /// <summary>Calls the program; what differs between machines and attempts is blotted out.</summary>
    public async Task<Call> Run(params string[] args)
    {
        var call = await _tool.Run(args);
        return call with { Output = Attempt().Replace(Device().Replace(call.Output, "cpu"), "attempt-········") };
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _tool.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex(@"cpu, \w+, \d+ threads?")]
    private static partial Regex Device();

    [GeneratedRegex(@"attempt-[a-z2-7]{8}")]
    private static partial Regex Attempt();
}
