using Ledger.Cli.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Ledger.Cli.Tests.Auditing;

/// <summary>The verbs <c>audit</c> and <c>claim</c>, and attestations.</summary>
public sealed class AuditVerbTests : IDisposable
{
    private const string Claims = """
        claims:
          - name: sparse
            text: Half the weights do as well as all of them.
            of: tiny
            replicates: 2
            assert:
              difference: {of: accuracy, split: test, against: dense, over: mean, at_least: 1 %}
              density: {round: 2, over: all, at_most: 50 %}
          - name: too-good
            text: Nobody errs.
            of: tiny.1/2
            assert: {accuracy: {split: test, exactly: 1}}
          - name: third
            text: Three replicates agree.
            of: tiny
            replicates: 3
            assert: {rounds: {over: all, exactly: 2}}

        """;

    private readonly Tool _tool = new();

    [Fact]
    public async Task Audit_OfSeveralClaims_IsTheGoldenScreenAndTheWorstExitCode()
    {
        await _tool.Run("claim", "register", Write(Claims));
        await _tool.Run("run", _tool.Experiment(), "--threads", "1", "--jobs", "1");

        var call = await _tool.Run("audit", Write(Claims));

        Golden.Equal("audit", call.Screen);
        Assert.Equal(ExitCodes.Differs, call.Exit);
    }

    [Fact]
    public async Task Claim_RegisteredAndAudited_IsListedAndShown()
    {
        Golden.Equal("claim-register", (await _tool.Run("claim", "register", Write(Claims))).Screen);
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        await _tool.Run("audit", Write(Claims));

        Golden.Equal("claim-ls", (await _tool.Run("claim", "ls")).Screen);
        Golden.Equal("claim-show", (await _tool.Run("claim", "show", "sparse")).Screen);
        Assert.Equal(3, (await _tool.Run("claim", "ls", "--json")).Json.GetProperty("claims").GetArrayLength());
        Assert.Equal(ExitCodes.NotFound, (await _tool.Run("claim", "show", "spars")).Exit);
    }

    [Fact]
    public async Task Run_SeedFromClaim_NeedsRegistrationThenASeal()
    {
        var experiment = _tool.Experiment(TinyExperiment.Text.Replace("seed: 7\n", "seed: from-claim\nclaim: sparse\n", StringComparison.Ordinal));

        Assert.Equal(ExitCodes.NotFound, (await _tool.Run("run", experiment)).Exit);
        await _tool.Run("claim", "register", Write(Claims));
        var unsealed = await _tool.Run("run", experiment);
        await _tool.Run("seal", "init");
        await _tool.Run("seal");
        var run = await _tool.Run("run", experiment);
        var audit = await _tool.Run("audit", Write(Claims));

        Assert.Equal(ExitCodes.EvidenceMissing, unsealed.Exit);
        Assert.Contains("`ledger seal -o FILE`", unsealed.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, run.Exit);
        Assert.Contains("drawn from claim sparse", run.Error, StringComparison.Ordinal);
        Assert.Contains("this alone excludes earlier trials", audit.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("validate", experiment)).Exit);
        Assert.Equal(ExitCodes.Done, (await _tool.Run("verify")).Exit);
    }

    [Theory]
    [InlineData("seed: from-claim\n", "seed: from-claim names no claim")]
    [InlineData("seed: 7\nclaim: sparse\n", "claim: 'sparse' has no say in a seed that is a number")]
    public async Task Validate_SeedAndClaimThatDoNotFit_SaysSo(string seed, string told)
    {
        var call = await _tool.Run("validate", _tool.Experiment(TinyExperiment.Text.Replace("seed: 7\n", seed, StringComparison.Ordinal)));

        Assert.Equal(ExitCodes.Usage, call.Exit);
        Assert.Contains(told, call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Attested_IsCheckedWithoutALedger()
    {
        await _tool.Run("run", _tool.Experiment(), "--replicates", "0", "--threads", "1");
        await _tool.Run("seal", "init");
        var claims = Write("claims:\n  - {name: perfect, text: No mistakes., of: tiny.0/2, level: recompute, assert: {accuracy: {split: test, exactly: 1}}}\n");
        var file = _tool.File("tiny.dsse");

        Assert.Equal(ExitCodes.Done, (await _tool.Run("audit", claims, "--attest", file)).Exit);
        File.Delete(_tool.Store);
        var check = await _tool.Run("verify", "--attestation", file, "--key", _tool.File("config/ledger/seal.pub.pem"));

        Assert.Equal(ExitCodes.Done, check.Exit);
        Assert.Contains("holds: accuracy on test exactly 100% — 100% (90 of 90)", check.Output, StringComparison.Ordinal);
        Assert.Contains("ticket  882db6ea54c3", check.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await _tool.Run("verify", "--attestation", file)).Exit);
        await _tool.Run("seal", "init", "--key", _tool.File("other.pem"));
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("verify", "--attestation", file, "--key", _tool.File("other.pub.pem"))).Exit);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("replay")]
    public async Task Audit_AlteredEvaluation_IsTampered(string level)
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        Execute("UPDATE events SET body = replace(body, '\"correct\":', '\"correct\":1') WHERE alias = 'ticket_evaluated'");

        var call = await _tool.Run("audit", Write(Claims), "--level", level, "--json");

        Assert.Equal(ExitCodes.Corrupt, call.Exit);
        Assert.Contains("ticket_evaluated) does not have its hash", call.Json.GetProperty("claims")[1].GetProperty("altered").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Audit_Full_VerifiesTheWholeLedgerFirst()
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        Assert.Contains("was verified as it is now", (await _tool.Run("audit", Write(Claims), "--full")).Output, StringComparison.Ordinal);
        Execute("UPDATE events SET body = replace(body, '\"loss\":\"', '\"loss\":\"1') WHERE alias = 'step_trained' AND version = 12");

        Assert.Equal(ExitCodes.Differs, (await _tool.Run("audit", Write(Claims))).Exit);
        Assert.Equal(ExitCodes.Corrupt, (await _tool.Run("audit", Write(Claims), "--full")).Exit);
    }

    [Theory]
    [InlineData("record")]
    [InlineData("recompute")]
    [InlineData("replay")]
    public async Task Audit_OfABundle_AnswersAndRecordsNothing(string level)
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        await _tool.Run("export", "--all", "-o", _tool.File("tiny.bundle"));
        var before = await File.ReadAllBytesAsync(_tool.File("tiny.bundle"), TestContext.Current.CancellationToken);

        var call = await _tool.Run("audit", Write(Claims), "--store", _tool.File("tiny.bundle"), "--level", level, "--full");

        Assert.Equal(ExitCodes.Differs, call.Exit);
        Assert.Contains("is only read: the verdicts are not recorded", call.Error, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(_tool.File("tiny.bundle"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Audit_RunOfAnotherFile_IsAnsweredAtRecordOnly()
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        await _tool.Run("export", "--all", "-o", _tool.File("tiny.bundle"));
        var claims = Write($"claims:\n  - {{name: far, text: Elsewhere., of: '{_tool.File("tiny.bundle")}#tiny.0/2', assert: {{accuracy: {{split: test, exactly: 1}}}}}}\n");

        Assert.Equal(ExitCodes.Done, (await _tool.Run("audit", claims)).Exit);
        Assert.Equal(ExitCodes.EvidenceMissing, (await _tool.Run("audit", claims, "--level", "recompute")).Exit);
    }

    [Fact]
    public async Task Audit_FileThatIsTheTicket_Holds()
    {
        await _tool.Run("run", _tool.Experiment(), "--threads", "1");
        var claims = Write("claims:\n  - {name: it, text: This file., of: tiny.0/2, assert: {file: {path: it.safetensors}}}\n");
        await _tool.Run("rebuild", "tiny.0/2", "--out", _tool.File("it.safetensors"));

        Assert.Equal(ExitCodes.Done, (await _tool.Run("audit", claims)).Exit);
        await File.AppendAllTextAsync(_tool.File("it.safetensors"), " ", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCodes.Differs, (await _tool.Run("audit", claims)).Exit);
    }

    public void Dispose() => _tool.Dispose();

    private string Write(string text)
    {
        File.WriteAllText(_tool.File("claims.yaml"), text);
        return _tool.File("claims.yaml");
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_tool.Store};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        Assert.True(command.ExecuteNonQuery() > 0);
    }
}
