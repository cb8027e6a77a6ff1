using System.Diagnostics;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.EndToEnd;

/// <summary><c>ledger log --follow</c> beside a run of another process, until Ctrl-C.</summary>
public sealed class FollowTests : IDisposable
{
    private readonly RealProgram _program = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Follow_WhileAnotherProcessRecords_ShowsItsEventsAndEndsByCtrlC()
    {
        var experiment = _program.Write("tiny.yaml", TinyExperiment.Text.Replace("replicates: 2", "replicates: 1", StringComparison.Ordinal));
        await _program.Run(["run", experiment, "--threads", "1"]);
        using var following = _program.Start(["log", "tiny", "--follow", "--type", "run_completed,attempt_completed"]);
        var shown = new List<string>
        {
            await Line(following),
            await Line(following),
        };
        await _program.Run(["run", experiment, "--threads", "1"]);
        shown.Add(await Line(following));

        using var signal = Process.Start("kill", ["-INT", $"{following.Id}"]);
        await following.WaitForExitAsync(Token).WaitAsync(TimeSpan.FromMinutes(1), Token);

        Assert.Equal(["run_completed", "attempt_completed", "attempt_completed"], shown.Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[3]));
        Assert.Equal(ExitCodes.Interrupted, following.ExitCode);
    }

    public void Dispose() => _program.Dispose();

    private static async Task<string> Line(Process process) =>
        await process.StandardOutput.ReadLineAsync(Token).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Token) ?? throw new InvalidOperationException(await process.StandardError.ReadToEndAsync(Token));
}
