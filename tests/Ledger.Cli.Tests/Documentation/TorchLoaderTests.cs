using System.Security.Cryptography;
using Ledger.Cli.Tests.Fixtures;
using Ledger.Training.States;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>docs/load_torch.py reads what ledger rebuild --layout torch writes, with none of our code.</summary>
public sealed class TorchLoaderTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task LoadTorch_OfATicket_ListsTransposedTensorsWithTheirBytes()
    {
        var ticket = await Rebuild("tiny.0/2", "--layout", "torch");
        var (exit, text) = Python.Run("load_torch.py", ticket);

        Assert.True(exit == 0, text);
        foreach (var tensor in Safetensors.Read(File.ReadAllBytes(ticket)))
        {
            Assert.Matches($@"{tensor.Name} +{tensor.Type} +\[{string.Join(", ", tensor.Shape)}\] +{Convert.ToHexStringLower(SHA256.HashData(tensor.Data.Span))[..12]}", text);
        }

        Assert.Matches(@"fc1\.weight +F32 +\[10, 12\]", text);
        Assert.Matches(@"fc1\.weight_mask +U8 +\[10, 12\] +[0-9a-f]{12} +\d+ kept", text);
    }

    [Fact]
    public async Task LoadTorch_OfARecordedFile_SaysHowToWriteOne()
    {
        var (exit, text) = Python.Run("load_torch.py", await Rebuild("tiny.0/2"));

        Assert.Equal(1, exit);
        Assert.Contains("its layout is ledger in safetensors; write it with `ledger rebuild --layout torch`", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadTorch_AfterAByteWasFlipped_IsRefused()
    {
        var ticket = await Rebuild("tiny.0/2", "--layout", "torch");
        var content = File.ReadAllBytes(ticket);
        content[^1] ^= 1;
        File.WriteAllBytes(ticket, content);
        var (exit, text) = Python.Run("load_torch.py", ticket);

        Assert.Equal(1, exit);
        Assert.Contains("SHA-256 is", text, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private async Task<string> Rebuild(string address, params string[] more)
    {
        await _tool.Run("run", _tool.Experiment());
        var path = _tool.File("file.safetensors");
        var rebuilt = await _tool.Run(["rebuild", address, "--out", path, .. more]);
        Assert.True(rebuilt.Exit == 0, rebuilt.Screen);
        return path;
    }
}
