using System.Text;
using Ledger.Application.Claims.Auditing;
using Ledger.Application.Claims.Reading;
using Ledger.Application.Storage;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Claims;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Tests.Claims;

/// <summary>Tickets and states that the owner forged so that every hash and result fits.</summary>
public sealed class ForgedTicketTests : IDisposable
{
    private static readonly Digest Forged = Digest.Of("forged"u8);

    private readonly Bench _bench = new();

    [Theory]
    [InlineData(ClaimLevel.Record, ClaimVerdict.Holds)]
    [InlineData(ClaimLevel.Recompute, ClaimVerdict.Refuted)]
    [InlineData(ClaimLevel.Replay, ClaimVerdict.Refuted)]
    public async Task Audit_ForgedCountOfKeptWeights_IsRefutedByEveryLevelThatComputes(ClaimLevel level, ClaimVerdict verdict)
    {
        await _bench.Run(TinyExperiment.Specification);
        await OwnersPen.RewriteRun(_bench.LedgerPath, static stored => Forge(stored, static drawn => drawn with { Kept = 1 }));

        var answer = await Audit("counts: {what: kept, exactly: 1}", level);

        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(level > ClaimLevel.Record, answer.Contradictions.Any(static found => found.What == "kept weights of tiny.0/2" && found.Recorded.StartsWith("1 of", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(ClaimLevel.Record, ClaimVerdict.Holds)]
    [InlineData(ClaimLevel.Recompute, ClaimVerdict.Refuted)]
    [InlineData(ClaimLevel.Replay, ClaimVerdict.Refuted)]
    public async Task Audit_ForgedTicketFile_IsRefutedByEveryLevelThatComputes(ClaimLevel level, ClaimVerdict verdict)
    {
        await _bench.Run(TinyExperiment.Specification);
        await OwnersPen.RewriteRun(_bench.LedgerPath, static stored => Forge(stored, static drawn => drawn with { Ticket = Forged }));

        var answer = await Audit($"file: {{sha256: {Forged}}}", level);

        Assert.Equal(verdict, answer.Verdict);
        Assert.Equal(level > ClaimLevel.Record, answer.Contradictions.Any(static found => found.What == "ticket of tiny.0/2" && found.Recorded == Forged.ToString()));
    }

    [Fact]
    public async Task Audit_StateThatCannotBeMadeAsRecorded_IsRefutedByAReplay()
    {
        await _bench.Run(TinyExperiment.Specification, new FaultyDevices(3));
        await _bench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));

        var answer = await Audit("accuracy: {split: test, at_least: 0}", ClaimLevel.Recompute);

        Assert.Equal(ClaimVerdict.Refuted, answer.Verdict);
        Assert.Contains("step", Assert.Single(answer.Contradictions).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => _bench.Dispose();

    private static string Forge(StoredEvent stored, Func<TicketDrawn, TicketDrawn> forge) =>
        stored.Alias == "ticket_drawn" && EventCatalogue.Read(stored) is TicketDrawn { Round: 2 } drawn ? Encoding.UTF8.GetString(EventCatalogue.ToNew(forge(drawn)).Body.Span) : Body(stored);

    private static string Body(StoredEvent stored) => Encoding.UTF8.GetString(stored.Body.Span);

    private async Task<ClaimAnswer> Audit(string assertion, ClaimLevel level)
    {
        var claims = ClaimReader.Parse($"claims:\n  - {{name: forged, text: Forged., of: tiny.0/2, assert: {{{assertion}}}}}\n", "claim.yaml").Claims;
        return (await _bench.Send(new AuditClaims(claims, level, Records: false))).Claims[0];
    }
}
