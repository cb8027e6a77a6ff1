using Ledger.Application.Failures;
using Ledger.Cli.Data;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Training.Data;

namespace Ledger.Cli.Tests.Data;

public sealed class DataPreparationTests : IDisposable
{
    private static readonly IdxImages Absent = new("fashion-mnist", "/nowhere/fashion-mnist", "dataset-fashion-mnist", KnownDigest: null, KnownFiles: []);

    private readonly Tool _tool = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Ensure_WithoutTheRights_NamesTheOneCommand()
    {
        var failure = await Assert.ThrowsAsync<EvidenceMissingException>(() => Ensure(isTerminal: false, input: "", isAgreed: false));

        Assert.EndsWith("run: sudo apt-get install dataset-fashion-mnist", failure.Message, StringComparison.Ordinal);
        Assert.Empty(_tool.Packages.Installed);
    }

    [Theory]
    [InlineData(false, "", false, true)]
    [InlineData(true, "\n", false, true)]
    [InlineData(true, "n\n", false, false)]
    [InlineData(true, "", false, false)]
    [InlineData(true, "n\n", true, true)]
    public async Task Ensure_AsRoot_AsksOnATerminalOnly(bool isTerminal, string input, bool isAgreed, bool isInstalled)
    {
        _tool.Packages.MayInstall = true;

        var failure = await Record.ExceptionAsync(() => Ensure(isTerminal, input, isAgreed));

        Assert.Equal(isInstalled, failure is null);
        Assert.Equal(isInstalled ? ["dataset-fashion-mnist"] : [], _tool.Packages.Installed);
        Assert.Equal(isTerminal && !isAgreed, _error.ToString().Contains("[Y/n]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ensure_InstallationFails_TellsWhy()
    {
        (_tool.Packages.MayInstall, _tool.Packages.Trouble) = (true, "E: no network");

        var failure = await Assert.ThrowsAsync<EvidenceMissingException>(() => Ensure(isTerminal: false, input: "", isAgreed: true));

        Assert.Contains("E: no network", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _tool.Dispose();
        _error.Dispose();
    }

    private async Task Ensure(bool isTerminal, string input, bool isAgreed)
    {
        var surroundings = _tool.Surroundings(TextWriter.Null, _error, new Dictionary<string, string>()) with { Input = new StringReader(input), IsErrorTerminal = isTerminal, IsInputTerminal = isTerminal };
        var options = new GlobalOptions();
        var session = new Session(surroundings, options);
        var root = new System.CommandLine.RootCommand();
        options.AddTo(root);
        session.Bind(root.Parse([]));
        await new DataPreparation(session).Ensure(Absent, isAgreed, TestContext.Current.CancellationToken);
    }
}
