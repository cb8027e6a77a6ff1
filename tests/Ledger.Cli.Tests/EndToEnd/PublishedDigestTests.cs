using System.IO.Compression;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>The project's published digest: what <c>ledger run experiments/quick.yaml</c> must give on every machine, for ever.</summary>
public sealed class PublishedDigestTests : IDisposable
{
    public const string Published = "4892be2889df3cf8a85fce767acc0e4a5654260ba2f8672591357042b45ef053";

    private readonly RealProgram _program = new();

    [Theory]
    [InlineData("--threads", "1")]
    [InlineData("--threads", "2")]
    [InlineData("--jobs", "1")]
    public async Task Run_OnAnyNumberOfThreads_HasThePublishedDigest(string option, string value)
    {
        RealProgram.SkipWithoutData();
        Assert.Equal(Published, await _program.QuickResult([option, value]));
    }

    [Theory]
    [InlineData("DOTNET_EnableAVX512", "0")]
    [InlineData("DOTNET_EnableAVX2", "0")]
    [InlineData("DOTNET_EnableHWIntrinsic", "0")]
    [InlineData("DOTNET_TieredCompilation", "1")]
    public async Task Run_WithOtherInstructionsOrCompilation_HasThePublishedDigest(string name, string value)
    {
        RealProgram.SkipWithoutData();
        Assert.Equal(Published, await _program.QuickResult([], (name, value)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_FromTheSameDataInOtherFiles_HasThePublishedDigest(bool isGzipped)
    {
        RealProgram.SkipWithoutData();
        var folder = _program.Folder("data");
        foreach (var file in Directory.GetFiles(RealProgram.InstalledData, "*.gz"))
        {
            await using var source = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
            var target = Path.Combine(folder, Path.GetFileName(file));
            await using Stream copy = isGzipped
                ? new GZipStream(File.Create(target), CompressionLevel.Fastest)
                : File.Create(Path.ChangeExtension(target, null));
            await source.CopyToAsync(copy, TestContext.Current.CancellationToken);
        }

        Assert.Equal(Published, await _program.QuickResult(["--data", folder]));
    }

    [Fact]
    public async Task Run_KilledAgainAndAgainAndResumed_HasThePublishedDigest()
    {
        RealProgram.SkipWithoutData();
        var kills = Environment.GetEnvironmentVariable("LEDGER_LONG_TESTS") is null ? 4 : 20;
        var random = new Random(kills);
        for (var i = 0; i < kills; i++)
        {
            using var process = _program.Start(i == 0 ? ["run", RealProgram.Quick] : ["resume", "--all"]);
            await Task.Delay(random.Next(300, 1600), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        // 4 where even the last kill came before the ledger was made.
        var (exit, _, error) = await _program.Run(["resume", "--all"]);
        Assert.True(exit is 0 or 4, error);
        Assert.Equal(Published, await _program.QuickResult([]));
        Assert.Equal(0, (await _program.Run(["verify"])).Exit);
        Assert.Equal(0, (await _program.Run(["replay", "quick"])).Exit);
    }

    public void Dispose() => _program.Dispose();
}
