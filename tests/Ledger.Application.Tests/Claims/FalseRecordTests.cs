using System.Text;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Sealing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Seals;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Tickets.Results;
using Ledger.Training.Execution;

namespace Ledger.Application.Tests.Claims;

/// <summary>A false accuracy that the owner wrote into the ledger so that every hash of it fits.</summary>
public sealed class FalseRecordTests : IDisposable
{
    private const string Claim = """
        claims:
          - name: perfect
            text: The last ticket makes no mistake.
            of: tiny.0
            assert: {accuracy: {split: test, exactly: 100 %}}
        """;

    private readonly Bench _bench = new();
    private readonly SealKey _key = SealKey.Create("lab.example/a");

    [Fact]
    public async Task Audit_HonestLedger_RefutesTheFalseClaim()
    {
        await _bench.Run(TinyExperiment.Specification);

        Assert.Equal(ClaimVerdict.Refuted, await Verdict(ClaimLevel.Record));
    }

    [Fact]
    public async Task Audit_FalseEvaluationWithAllItsHashes_PassesRecordAndIsRefutedByComputing()
    {
        await _bench.Run(TinyExperiment.Specification.With(), [0, 1, 2, 3, 4, 5]);
        await Falsify();

        Assert.Empty((await _bench.Send(new VerifyLedger())).Findings);
        Assert.Equal(ClaimVerdict.Holds, await Verdict(ClaimLevel.Record));
        Assert.Equal(ClaimVerdict.Refuted, await Verdict(ClaimLevel.Recompute));
        Assert.Equal(ClaimVerdict.Refuted, await Verdict(ClaimLevel.Replay));
    }

    [Fact]
    public async Task Recompute_FalseEvaluation_NamesBothFigures()
    {
        await _bench.Run(TinyExperiment.Specification.With(steps: 30));
        var honest = await Answer(ClaimLevel.Recompute);
        await Falsify();

        var contradiction = Assert.Single((await Answer(ClaimLevel.Recompute)).Contradictions);

        Assert.StartsWith("40 of 40", contradiction.Recorded, StringComparison.Ordinal);
        Assert.Contains(contradiction.Found.Split(',')[0], honest.Assertions[0].Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_FalseEvaluation_IsExposedByAnOlderSeal()
    {
        await _bench.Run(TinyExperiment.Specification);
        var seal = await SealElsewhere();
        await Falsify();

        var report = await _bench.Send(new VerifyLedger(Kept: new KeptSeal("old.seal", seal.Note, Trusted: null)));

        Assert.Equal(IntegrityKind.SealBroken, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public async Task Audit_LedgerRewrittenSinceItWasVerified_IsTampered()
    {
        await _bench.Run(TinyExperiment.Specification);
        using (var store = _bench.Open())
        {
            await LastVerification.Keep(store, (await _bench.Send(new VerifyLedger())).Extent!);
        }

        Assert.Equal(ClaimVerdict.Refuted, await Verdict(ClaimLevel.Record));
        await Falsify();

        var answer = await Answer(ClaimLevel.Record);
        Assert.Equal(ClaimVerdict.Tampered, answer.Verdict);
        Assert.Contains("were last verified", answer.Altered, StringComparison.Ordinal);
        Assert.Contains((await _bench.Send(new VerifyLedger())).Findings, static finding => finding.Kind == IntegrityKind.ModelAltered);
    }

    [Fact]
    public async Task Audit_EvaluationWithoutItsHash_IsTamperedAndNamesThePlace()
    {
        await _bench.Run(TinyExperiment.Specification);
        var evaluation = await Evaluation();
        _bench.Alter($"UPDATE events SET body = replace(body, '\"correct\":', '\"correct\":1') WHERE position = {evaluation.Position}");

        var answer = await Answer(ClaimLevel.Record);

        Assert.Equal(ClaimVerdict.Tampered, answer.Verdict);
        Assert.StartsWith($"{evaluation.Stream}, version 1 (position {evaluation.Position}, ticket_evaluated)", answer.Altered, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _key.Dispose();
        _bench.Dispose();
    }

    private async Task<ClaimAnswer> Answer(ClaimLevel level) =>
        (await _bench.Send(new AuditClaims(ClaimReader.Parse(Claim, "claim.yaml").Claims, level, Records: false))).Claims[0];

    private async Task<ClaimVerdict> Verdict(ClaimLevel level) => (await Answer(level)).Verdict;

    private async Task<Seal> SealElsewhere()
    {
        using var store = _bench.Open();
        var size = await store.LastPosition();
        return _key.Sign(new Checkpoint(_key.Origin, size, await new MerkleTree(store).Root(size)));
    }

    /// <summary>The last evaluation that replicate 0 used.</summary>
    private async Task<StoredEvent> Evaluation()
    {
        using var store = _bench.Open();
        var used = (DerivationUsed)EventCatalogue.Read(await store.ReadStream((await OwnersPen.Run(store)).Stream).LastAsync(static stored => EventCatalogue.Read(stored) is DerivationUsed { Split: not null }));
        return (await store.ReadEvent(StreamName.Of("eval", used.Key.Digest), 1))!;
    }

    /// <summary>Makes the last evaluation perfect, in every event that speaks of it, up to the run's result.</summary>
    private async Task Falsify()
    {
        var stored = await Evaluation();
        var honest = (TicketEvaluated)EventCatalogue.Read(stored);
        var output = EvaluationDigest.Of(new Evaluation(honest.Total, honest.Total, honest.Loss));
        string Lie(StoredEvent told) => Encoding.UTF8.GetString(told.Position == stored.Position
            ? EventCatalogue.ToNew(honest with { Correct = honest.Total, Output = output }).Body.Span
            : told.Body.Span).Replace(honest.Output.ToString(), output.ToString(), StringComparison.Ordinal);
        await OwnersPen.RewriteRun(_bench.LedgerPath, Lie);
    }
}
