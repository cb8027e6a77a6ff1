using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class ValidateVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Validate_NewExperiment_TellsTheWorkAndWritesNothing()
    {
        var call = await _tool.Run("validate", _tool.Experiment(), "--expand");

        Assert.Equal(ExitCodes.Done, call.Exit);
        Golden.Equal("validate", call.Screen);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Validate_KnownRunsAndSharedDenseTraining_TellsWhatIsReused()
    {
        await _tool.Run("run", _tool.Experiment(), "--replicates", "0");

        Golden.Equal("validate-known", (await _tool.Run("validate", _tool.Experiment())).Screen);
        Golden.Equal("validate-shared", (await _tool.Run("validate", _tool.Experiment(TinyExperiment.Text.Replace("rounds: 2", "rounds: 1", StringComparison.Ordinal).Replace("0.3", "0.5", StringComparison.Ordinal)))).Screen);
    }

    [Fact]
    public async Task Validate_Invalid_Exits2() =>
        Assert.Equal(ExitCodes.Usage, (await _tool.Run("validate", _tool.Experiment("name: nothing else\n"))).Exit);

    public void Dispose() => _tool.Dispose();
}
