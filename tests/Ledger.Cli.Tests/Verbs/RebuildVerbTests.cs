using System.Security.Cryptography;
using System.Text.Json;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

public sealed class RebuildVerbTests(RecordedTool recorded) : IClassFixture<RecordedTool>, IDisposable
{
    private readonly Tool _elsewhere = new();

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    public async Task Rebuild_OfACompactFileWhereNothingIsKnown_GivesTheRecordedFile(string round)
    {
        var compact = await Compact($"tiny.1/{round}");
        var ticket = _elsewhere.File("again.safetensors");
        var call = await _elsewhere.Run("rebuild", compact, "--out", ticket, "--json");

        Assert.True(call.Exit == 0, call.Screen);
        Assert.Equal(call.Json.GetProperty("digest").GetString(), DigestOf(ticket));
        Assert.Equal((await recorded.Run("show", $"tiny.1/{round}", "--json")).Json.GetProperty("round").GetProperty("ticket").GetString(), DigestOf(ticket));
        Assert.False(File.Exists(_elsewhere.Store));
    }

    [Fact]
    public async Task Rebuild_OfACompactFile_CanBePlanned()
    {
        var call = await _elsewhere.Run("rebuild", await Compact("tiny.1/2"), "--plan", "--json");

        Assert.Equal((0, 5), (call.Exit, call.Json.GetProperty("steps").GetInt32()));
        Assert.Equal(["draw", "train", "rewind"], call.Json.GetProperty("plan").EnumerateArray().Select(static step => step.GetProperty("what").GetString()!.Split(' ')[0]));
    }

    [Fact]
    public async Task Rebuild_IntoACompactFile_TellsBothSizes()
    {
        var path = _elsewhere.File("tiny.compact");
        var call = await recorded.Run("rebuild", "tiny.1/2", "--format", "compact", "--out", path, "--json");

        Assert.Equal(new FileInfo(path).Length, call.Json.GetProperty("bytes").GetInt64());
        Assert.InRange(call.Json.GetProperty("denseBytes").GetInt64(), 4 * 163, 4 * 163 + 1024);
    }

    [Theory]
    [InlineData("torch", "safetensors")]
    [InlineData("torch", "npz")]
    [InlineData("ledger", "npz")]
    public async Task Rebuild_InAnotherForm_SaysThatItHasAnotherDigest(string layout, string format)
    {
        var path = _elsewhere.File("ticket");
        var call = await recorded.Run("rebuild", "tiny.0/1", "--layout", layout, "--format", format, "--out", path, "--json");

        Assert.True(call.Exit == 0, call.Screen);
        Assert.Contains("another form has another digest", call.Error, StringComparison.Ordinal);
        var about = JsonDocument.Parse(File.ReadAllBytes($"{path}.ticket.json")).RootElement;
        Assert.Equal(DigestOf(path), about.GetProperty("written").GetString());
        Assert.Equal(call.Json.GetProperty("digest").GetString(), about.GetProperty("file").GetString());
        Assert.Equal((layout, format), (about.GetProperty("form").GetProperty("layout").GetString(), about.GetProperty("form").GetProperty("format").GetString()));
    }

    [Theory]
    [InlineData(ExitCodes.Usage, "only a ticket has a compact form", "tiny.0/1:mask", "--format", "compact")]
    [InlineData(ExitCodes.Usage, "holds no weights to transpose", "tiny.0/1", "--format", "compact", "--layout", "torch")]
    [InlineData(ExitCodes.Usage, "fortran", "tiny.0/1", "--layout", "fortran")]
    [InlineData(ExitCodes.NotFound, "none.compact: no such file", "none.compact")]
    public async Task Rebuild_AskedWrongly_SaysWhy(int exit, string why, params string[] args)
    {
        var call = await recorded.Run(["rebuild", .. args]);

        Assert.Equal(exit, call.Exit);
        Assert.Contains(why, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rebuild_OfACutCompactFile_NamesItAndWritesNothing()
    {
        var compact = await Compact("tiny.0/2");
        File.WriteAllBytes(compact, File.ReadAllBytes(compact)[..^9]);
        var ticket = _elsewhere.File("again.safetensors");
        var call = await _elsewhere.Run("rebuild", compact, "--out", ticket);

        Assert.Equal(ExitCodes.Corrupt, call.Exit);
        Assert.Contains("tiny.compact: not a whole compact ticket", call.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(ticket));
    }

    public void Dispose() => _elsewhere.Dispose();

    private async Task<string> Compact(string address)
    {
        var path = _elsewhere.File("tiny.compact");
        var call = await recorded.Run("rebuild", address, "--format", "compact", "--out", path);
        Assert.True(call.Exit == 0, call.Screen);
        return path;
    }

    private static string DigestOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));
}
