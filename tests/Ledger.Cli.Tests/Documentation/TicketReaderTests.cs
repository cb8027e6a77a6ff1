using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Documentation;

/// <summary>docs/read_ticket.py reads what ledger rebuild writes, with none of our code.</summary>
public sealed class TicketReaderTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task ReadTicket_OfARebuiltTicket_ShowsEveryTensor()
    {
        var ticket = await Rebuild("tiny.0/2");
        var (exit, text) = Read(ticket);

        Assert.Equal((0, ""), (exit, exit == 0 ? "" : text));
        Assert.Contains($"ticket {DigestOf(ticket)}", text, StringComparison.Ordinal);
        Assert.Matches(@"fc1\.weight +\[12, 10\] +fc1\.weight +\[10, 12\] +\d+ / 120", text);
        Assert.Matches(@"fc2\.weight +\[10, 3\] +fc2\.weight +\[3, 10\] +\d+ / 30", text);
        Assert.Matches(@"fc2\.bias +\[3\] +fc2\.bias +\[3\] +not prunable", text);
    }

    [Fact]
    public async Task ReadTicket_RebuiltAfterAllStatesWereDropped_IsTheSame()
    {
        var before = Read(await Rebuild("tiny.0/2"));
        Assert.Equal(0, (await _tool.Run("gc", "--all-states")).Exit);
        Assert.Equal(before, Read(await Rebuild("tiny.0/2")));
    }

    [Fact]
    public async Task ReadTicket_OfTheDenseNetwork_ShowsEveryWeightKept()
    {
        var (exit, text) = Read(await Rebuild("tiny.0/0"));

        Assert.Equal(0, exit);
        Assert.Contains("120 / 120", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadTicket_AfterAByteWasFlipped_SaysWhichDigestWasWanted()
    {
        var ticket = await Rebuild("tiny.0/2");
        var wanted = DigestOf(ticket);
        var content = File.ReadAllBytes(ticket);
        content[^1] ^= 1;
        File.WriteAllBytes(ticket, content);
        var (exit, text) = Read(ticket);

        Assert.Equal(1, exit);
        Assert.Contains($"SHA-256 is {DigestOf(ticket)}, wanted {wanted}", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadTicket_WithANegativeZeroForAPrunedWeight_NamesTheElement()
    {
        var ticket = await Rebuild("tiny.0/2");
        var content = File.ReadAllBytes(ticket);
        var data = 8 + BitConverter.ToInt32(content);
        var pruned = Enumerable.Range(0, 120).First(i => BitConverter.ToUInt32(content, data + (4 * i)) == 0);
        content[data + (4 * pruned) + 3] = 0x80;
        File.WriteAllBytes(ticket, content);
        var about = JsonNode.Parse(File.ReadAllText($"{ticket}.ticket.json"))!;
        about["file"] = DigestOf(ticket);
        File.WriteAllText($"{ticket}.ticket.json", about.ToJsonString());
        var (exit, text) = Read(ticket);

        Assert.Equal(1, exit);
        Assert.Contains($"fc1.weight, element {pruned}: pruned, but its bits are 80000000", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadTicket_OfAMask_SaysThatItIsNone()
    {
        var (exit, text) = Read(await Rebuild("tiny.0/2:mask"));

        Assert.Equal(1, exit);
        Assert.Contains("this is a mask, not a ticket", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadTicket_WrittenForTorch_SaysThatItIsNotAsRecorded()
    {
        var (exit, text) = Read(await Rebuild("tiny.0/2", "--layout", "torch"));

        Assert.Equal(1, exit);
        Assert.Contains("not written as recorded", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadTicket_OfNoFile_NamesIt()
    {
        var (exit, text) = Read(_tool.File("none.safetensors"));

        Assert.Equal(1, exit);
        Assert.Contains("none.safetensors: No such file or directory", text, StringComparison.Ordinal);
    }

    public void Dispose() => _tool.Dispose();

    private async Task<string> Rebuild(string address, params string[] more)
    {
        var ran = await _tool.Run("run", _tool.Experiment());
        Assert.True(ran.Exit == 0, ran.Screen);
        var path = _tool.File("file.safetensors");
        var rebuilt = await _tool.Run(["rebuild", address, "--out", path, .. more]);
        Assert.True(rebuilt.Exit == 0, rebuilt.Screen);
        return path;
    }

    private static string DigestOf(string path) => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)));

    private static (int Exit, string Text) Read(string path) => Python.Run("read_ticket.py", path);
}
