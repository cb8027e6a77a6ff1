using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class DataVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task List_NamesEverySet()
    {
        var call = await _tool.Run("data", "ls", "--json");

        Assert.Equal(["fashion-mnist", "mnist", "cifar-10", "cifar-100", "files"], call.Json.GetProperty("sets").EnumerateArray().Select(static set => set.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData(4, "data", "check", "unheard-of")]
    [InlineData(4, "data", "path", "unheard-of")]
    [InlineData(6, "data", "check", "mnist")]
    [InlineData(6, "data", "path", "mnist")]
    [InlineData(6, "data", "check", "mnist", "--data", "/nowhere")]
    [InlineData(6, "data", "check", "cifar-10")]
    [InlineData(6, "data", "check", "cifar-100", "--data", "/nowhere")]
    [InlineData(6, "data", "check", "files")]
    [InlineData(6, "data", "path", "files")]
    [InlineData(6, "data", "check", "files", "--data", "/nowhere")]
    public async Task Trouble_HasItsExitCode(int exit, params string[] args) => Assert.Equal(exit, (await _tool.Run(args)).Exit);

    [Fact]
    public async Task Path_NamedFolder_IsAnswered() => Assert.Equal("/somewhere\n", (await _tool.Run("data", "path", "mnist", "--data", "/somewhere")).Output);

    public void Dispose() => _tool.Dispose();
}
