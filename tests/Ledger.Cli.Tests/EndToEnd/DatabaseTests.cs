using Ledger.Store.Tests.Fixtures;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>The quick experiment in PostgreSQL: the digest it has in a file, replayed there, copied both ways.</summary>
public sealed class DatabaseTests : IDisposable
{
    private readonly RealProgram _program = new();

    [Fact]
    public async Task Run_InPostgres_HasThePublishedDigestAndIsReplayedFromCopies()
    {
        RealProgram.SkipWithoutData();
        using var schema = new TestSchema();
        var database = schema.Url;
        Assert.Equal(PublishedDigestTests.Published, await _program.QuickResult(["--store", database]));
        await Holds(database);

        using var other = new TestSchema();
        var back = other.Url;
        await Done("store", "copy", database, _program.Store);
        await Done("store", "copy", _program.Store, back);

        var root = await Root(database);
        Assert.Equal(root, await Root(_program.Store));
        Assert.Equal(root, await Root(back));
        await Holds(_program.Store);
        await Holds(back);
    }

    [Fact]
    public async Task Run_KilledInPostgresAndResumed_HasThePublishedDigest()
    {
        RealProgram.SkipWithoutData();
        using var schema = new TestSchema();
        var database = schema.Url;
        var random = new Random(3);
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = _program.Start(["run", RealProgram.Quick, "--store", database, "--lease", "1"]);
            await Task.Delay(random.Next(700, 1800), TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal(PublishedDigestTests.Published, await _program.QuickResult(["--store", database]));
        await Holds(database);
    }

    public void Dispose() => _program.Dispose();

    private async Task Holds(string store)
    {
        await Done("verify", "--store", store);
        await Done("replay", "quick", "--store", store);
    }

    /// <summary>Copies are compared by their seals: the same key over the same events.</summary>
    private async Task<string> Root(string store)
    {
        var folder = _program.Folder($"seal-{Guid.NewGuid():N}");
        var (key, seal) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "seal.txt"));
        await Done("seal", "init", "--key", key, "--name", "test");
        await Done("seal", "--key", key, "-o", seal, "--store", store);
        return string.Join('\n', (await File.ReadAllLinesAsync(seal)).Take(3));
    }

    private async Task Done(params string[] arguments)
    {
        var (exit, output, error) = await _program.Run(arguments);
        Assert.True(exit == 0, $"{string.Join(' ', arguments)}: exit {exit}: {output}{error}");
    }
}
