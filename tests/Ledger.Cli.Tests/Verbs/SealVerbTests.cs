using System.Text.RegularExpressions;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Verbs;

/// <summary>Sealing, proving, and checking both: one story, told by the program's own files.</summary>
public sealed partial class SealVerbTests : IDisposable
{
    private readonly Tool _tool = new();

    [Fact]
    public async Task Init_MakesAKeyOnceAndTellsWhereItIs()
    {
        var made = await _tool.Run("seal", "init", "--name", "lab.example/a");
        var again = await _tool.Run("seal", "init");

        Golden.Equal("seal-init", Blotted(made.Screen));
        Assert.Equal((ExitCodes.Done, ExitCodes.Conflict), (made.Exit, again.Exit));
        Assert.True(File.Exists(_tool.File("config/ledger/seal.pem")) && File.Exists(_tool.File("config/ledger/seal.pub.pem")));
        Assert.Contains("never overwritten", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seal_WritesWhatToCiteAndTheFile()
    {
        await Sealed();
        var seal = await _tool.Run("seal", "-o", _tool.File("second.seal"));
        var list = await _tool.Run("seal", "ls");

        Golden.Equal("seal", Blotted(seal.Screen));
        Golden.Equal("seal-ls", Blotted(list.Screen));
        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify")).Exit);
    }

    [Fact]
    public async Task Seal_NoKeyOrFileThere_ChangesNothing()
    {
        await _tool.Run("run", _tool.Experiment());
        Assert.Equal(ExitCodes.NotFound, (await _tool.Run("seal")).Exit);
        await _tool.Run("seal", "init");
        await File.WriteAllTextAsync(_tool.File("old.seal"), "kept", TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Conflict, (await _tool.Run("seal", "-o", _tool.File("old.seal"))).Exit);
        Assert.Equal(ExitCodes.Io, (await _tool.Run("seal", "-o", _tool.File("no/such/folder.seal"))).Exit);
        Assert.Equal("kept", await File.ReadAllTextAsync(_tool.File("old.seal"), TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _tool.Run("seal", "ls", "--json")).Json.GetProperty("seals").GetArrayLength());
    }

    [Theory]
    [InlineData("")]
    [InlineData("my lab")]
    public async Task Init_NameThatCannotBeOne_IsWrongUsage(string name) => Assert.Equal(ExitCodes.Usage, (await _tool.Run("seal", "init", "--name", name)).Exit);

    [Fact]
    public async Task Proof_OfARun_IsCheckedWithoutTheLedger()
    {
        await Sealed();
        var proved = await _tool.Run("prove", "tiny.0", "-o", _tool.File("run.proof"));
        File.Delete(_tool.Store);

        var check = await _tool.Run("verify", "--proof", _tool.File("run.proof"));
        var trusted = await _tool.Run("verify", "--proof", _tool.File("run.proof"), "--key", _tool.File("config/ledger/seal.pub.pem"), "--json");
        var stranger = await _tool.Run("verify", "--proof", _tool.File("run.proof"), "--key", "SHA256:AAAA");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done, ExitCodes.Done, ExitCodes.Corrupt), (proved.Exit, check.Exit, trusted.Exit, stranger.Exit));
        Golden.Equal("verify-proof", Blotted(check.Screen));
        Assert.True(trusted.Json.GetProperty("isTrusted").GetBoolean());
        Assert.Contains("not by SHA256:AAAA", stranger.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_tool.Store));
    }

    [Fact]
    public async Task Proof_ChangedOrAbsent_IsRefused()
    {
        await Sealed();
        await _tool.Run("prove", "tiny.0", "-o", _tool.File("run.proof"));
        var text = await File.ReadAllTextAsync(_tool.File("run.proof"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_tool.File("forged.proof"), text.Replace("run_completed", "run_completes", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_tool.File("spaced.proof"), $" {text}", TestContext.Current.CancellationToken);

        var forged = await _tool.Run("verify", "--proof", _tool.File("forged.proof"));
        var spaced = await _tool.Run("verify", "--proof", _tool.File("spaced.proof"));

        Assert.Equal((ExitCodes.Corrupt, ExitCodes.Corrupt), (forged.Exit, spaced.Exit));
        Assert.Contains("the event does not lead to the root", forged.Output, StringComparison.Ordinal);
        Assert.Single(spaced.Error.TrimEnd().Split('\n'));
        Assert.Equal(ExitCodes.NotFound, (await _tool.Run("verify", "--proof", _tool.File("no.proof"))).Exit);
    }

    [Fact]
    public async Task Prove_WithoutFile_WritesTheProofToStdout()
    {
        await Sealed();

        var proof = await _tool.Run("prove", "tiny.0/1:mask");

        Assert.Equal("mask_drawn", proof.Json.GetProperty("inclusion").GetProperty("event").GetProperty("alias").GetString());
        Assert.Equal(ExitCodes.EvidenceMissing, (await _tool.Run("prove", $"#{1 + Size(proof)}")).Exit);
        Assert.Equal(ExitCodes.Usage, (await _tool.Run("prove")).Exit);
        Assert.Equal(ExitCodes.Usage, (await _tool.Run("prove", "tiny.0", "--consistency", "5")).Exit);

        static long Size(Call proof) => long.Parse(proof.Json.GetProperty("inclusion").GetProperty("seal").GetProperty("checkpoint").GetString()!.Split('\n')[1]);
    }

    [Fact]
    public async Task Consistency_FromAKeptSeal_Holds()
    {
        await Sealed();
        await _tool.Run("seal");

        var proved = await _tool.Run("prove", "--consistency", _tool.File("first.seal"), "-o", _tool.File("growth.proof"));
        var check = await _tool.Run("verify", "--proof", _tool.File("growth.proof"), "--json");

        Assert.Equal((ExitCodes.Done, ExitCodes.Done), (proved.Exit, check.Exit));
        Assert.Equal(2, check.Json.GetProperty("seals").GetArrayLength());
    }

    [Fact]
    public async Task KeptSeal_OfAnUntouchedLedger_IsContained()
    {
        await Sealed();
        await _tool.Run("seal");

        var call = await _tool.Run("verify", "--seal", _tool.File("first.seal"), "--key", _tool.File("config/ledger/seal.pub.pem"));

        Assert.Equal(ExitCodes.Done, call.Exit);
        Assert.Contains("all here as they were sealed", call.Output, StringComparison.Ordinal);
    }

    // The same experiment recorded anew: every hash and chain is right, yet it is not what was sealed.
    [Fact]
    public async Task KeptSeal_OfARewrittenOrCutLedger_ShowsIt()
    {
        await Sealed();
        using var other = new Tool();
        await other.Run("run", other.Experiment(TinyExperiment.Text.Replace("seed: 7", "seed: 8", StringComparison.Ordinal)));
        using var shorter = new Tool();
        await shorter.Run("run", shorter.Experiment(), "--replicates", "0");

        var rewritten = await other.Run("verify", "--seal", _tool.File("first.seal"));
        var cut = await shorter.Run("verify", "--seal", _tool.File("first.seal"));

        Assert.Equal((ExitCodes.Corrupt, ExitCodes.Corrupt), (rewritten.Exit, cut.Exit));
        Assert.Equal(ExitCodes.Done, (await other.Run("verify")).Exit);
        Assert.Contains("history was rewritten", rewritten.Output, StringComparison.Ordinal);
        Assert.Matches(@"the seal covers \d+ events, this ledger has \d+: \d+ that were sealed are gone", cut.Output);
    }

    [Fact]
    public async Task KeptSeal_ChangedOrOfAnotherKey_IsRefused()
    {
        await Sealed();
        var text = await File.ReadAllTextAsync(_tool.File("first.seal"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_tool.File("renamed.seal"), text.Replace("ledger/", "Ledger/", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_tool.File("windows.seal"), text.ReplaceLineEndings("\r\n"), TestContext.Current.CancellationToken);

        var renamed = await _tool.Run("verify", "--seal", _tool.File("renamed.seal"));
        var stranger = await _tool.Run("verify", "--seal", _tool.File("first.seal"), "--key", "SHA256:AAAA");

        Assert.Equal((ExitCodes.Corrupt, ExitCodes.Corrupt), (renamed.Exit, stranger.Exit));
        Assert.Contains("not signed by the key", renamed.Output, StringComparison.Ordinal);
        Assert.Contains("not of SHA256:AAAA", stranger.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("verify", "--seal", _tool.File("windows.seal"))).Exit);
    }

    [Theory]
    [InlineData("verify", "--key", "SHA256:AAAA")]
    [InlineData("verify", "--seal", "a", "--proof", "b")]
    public async Task Verify_OptionsThatContradict_AreWrongUsage(params string[] args) => Assert.Equal(ExitCodes.Usage, (await _tool.Run(args)).Exit);

    public void Dispose() => _tool.Dispose();

    private async Task Sealed()
    {
        await _tool.Run("run", _tool.Experiment(), "--jobs", "1");
        await _tool.Run("seal", "init");
        Assert.Equal(ExitCodes.Done, (await _tool.Run("seal", "-o", _tool.File("first.seal"))).Exit);
    }

    private static string Blotted(string screen) => Hexadecimal().Replace(KeyName().Replace(Fingerprint().Replace(screen, "SHA256:········"), "ledger/········"), "········");

    [GeneratedRegex("SHA256:[A-Za-z0-9+/]+")]
    private static partial Regex Fingerprint();

    [GeneratedRegex(@"ledger/[0-9a-f]{8}\b")]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\b[0-9a-f]{12}\b|\b[0-9a-f]{64}\b")]
    private static partial Regex Hexadecimal();
}
