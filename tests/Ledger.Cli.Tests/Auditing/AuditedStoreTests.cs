using System.CommandLine;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Training;
using Ledger.Cli.Auditing;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Events.Claims;

namespace Ledger.Cli.Tests.Auditing;

/// <summary>The ledger that an audit works in, on a machine of two cores.</summary>
public sealed class AuditedStoreTests : IDisposable
{
    private readonly Tool _tool = new();

    [Theory]
    [InlineData("recompute", ClaimLevel.Record, "2 threads")]
    [InlineData("record", ClaimLevel.Replay, "1 thread")]
    [InlineData("replay", ClaimLevel.Recompute, "1 thread")]
    public async Task Open_ToReplay_GivesEveryTaskOneThread(string own, ClaimLevel least, string threads)
    {
        await _tool.Run("run", _tool.Experiment(), "--replicates", "0", "--threads", "1");
        var options = new GlobalOptions();
        var root = new RootCommand();
        options.AddTo(root);
        var session = new Session(_tool.Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>()), options);
        session.Bind(root.Parse(["--store", _tool.Store]));
        var claims = ClaimReader.Parse($"claims:\n  - {{name: it, text: It., level: {own}, of: tiny.0, assert: {{rounds: {{exactly: 2}}}}}}\n", "claim.yaml").Claims;

        using var ledger = new AuditedStore(session).Open(new AuditClaims(claims, least));

        using var device = ledger.Get<IDeviceFactory>().CreateFast();

        Assert.EndsWith(threads, device.Name, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();
}
