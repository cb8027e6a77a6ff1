using System.Diagnostics;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary>A ledger file altered with sqlite3, as somebody would who has the file.</summary>
public sealed class TamperingTests : IDisposable
{
    private readonly RealProgram _program = new();

    [Fact]
    public async Task AlteredLoss_IsNamedByVerifyAndReplay()
    {
        await Run();
        Sqlite("UPDATE events SET body = replace(body, '\"loss\":\"', '\"loss\":\"1') WHERE alias = 'step_trained' AND version = 12 AND position = (SELECT max(position) FROM events WHERE alias = 'step_trained' AND version = 12)");

        var verify = await _program.Run(["verify"]);
        var replay = await _program.Run(["replay", "quick"]);

        Assert.Equal((3, 3), (verify.Exit, replay.Exit));
        Assert.Contains("version 12", verify.Output, StringComparison.Ordinal);
        Assert.Contains("step 11", replay.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AlteredMaskBit_IsNamedByVerifyAndReplay()
    {
        await Run();
        Sqlite("UPDATE blobs SET content = CAST(substr(content, 1, length(content) - 1) || X'0F' AS BLOB) WHERE digest = (SELECT digest FROM blobs WHERE kind = 'mask' LIMIT 1)");

        var verify = await _program.Run(["verify"]);
        var replay = await _program.Run(["replay", "quick"]);

        Assert.Equal((3, 3), (verify.Exit, replay.Exit));
        Assert.Contains("mask_drawn", verify.Output, StringComparison.Ordinal);
        Assert.Contains("draw_mask", replay.Output, StringComparison.Ordinal);
        Assert.Contains("fc2.weight[", replay.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _program.Dispose();

    private async Task Run()
    {
        RealProgram.SkipWithoutData();
        Assert.SkipUnless(File.Exists("/usr/bin/sqlite3"), "sqlite3 is not installed");
        await _program.QuickResult([]);
    }

    private void Sqlite(string sql)
    {
        using var sqlite = Process.Start("/usr/bin/sqlite3", [_program.Store, sql]);
        sqlite.WaitForExit();
        Assert.Equal(0, sqlite.ExitCode);
    }
}
