using Ledger.Application.Failures;
using Ledger.Application.Replays;
using Ledger.Application.Verification;
using Ledger.Events.Recorded;

namespace Ledger.Application.Tests.Scenarios;

public sealed class ReplayTests : IDisposable
{
    // Each step calls the weight gradient twice; the dense run trains steps 1–4 on one device, steps 5–12 on the next.
    private const int CallInSeventhStep = (2 * 2) + 1;

    private readonly Bench _bench = new();

    [Fact]
    public async Task Replay_OfARun_ComparesEveryStepAndIsRecorded()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var report = await _bench.Send(new ReplayRun(run.Run));

        Assert.Null(report.Difference);
        Assert.Equal((28L, run.Result, true), (report.Steps, report.Result, report.IsComplete));
        using var store = _bench.Open();
        Assert.Single(await store.ReadAll().Select(EventCatalogue.Read).OfType<ReplayVerified>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Replay_OfADivergedRun_DivergesAtTheSameStep()
    {
        var run = await _bench.Run(TinyExperiment.Specification.With(rate: 1e28m));

        var report = await _bench.Send(new ReplayRun(run.Run));

        using var store = _bench.Open();
        var recorded = await store.ReadAll().CountAsync(static stored => stored.Alias == "step_trained", TestContext.Current.CancellationToken);
        Assert.Null(report.Difference);
        Assert.Equal(recorded, report.Steps);
    }

    [Fact]
    public async Task Replay_AfterALossWasAltered_NamesTheStepAndVerifyTheEvent()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        Assert.Equal(1, _bench.Alter("UPDATE events SET body = replace(body, '\"loss\":\"', '\"loss\":\"1') WHERE position = (SELECT max(position) FROM events WHERE alias = 'step_trained')"));

        var difference = (await _bench.Send(new ReplayRun(run.Run))).Difference!;
        var finding = Assert.Single((await _bench.Send(new VerifyLedger())).Findings);

        Assert.Equal((2, 8, ReplayVerdict.Tampered), (difference.Round, difference.Step, difference.Verdict));
        Assert.Equal(9, finding.Version);
        Assert.Contains(finding.Stream!.Value.Value, difference.Place, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_AfterAMaskBitWasAltered_NamesTheWeightAndVerifyTheBlob()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        // The last byte of a mask file holds bits of the last layer.
        Assert.Equal(2, _bench.Alter("UPDATE blobs SET content = CAST(substr(content, 1, length(content) - 1) || X'5A' AS BLOB) WHERE kind = 'mask'"));

        var difference = (await _bench.Send(new ReplayRun(run.Run))).Difference!;
        var findings = (await _bench.Send(new VerifyLedger())).Findings;

        Assert.Equal((1, ReplayVerdict.Tampered), (difference.Round, difference.Verdict));
        Assert.Contains("fc2.weight[", difference.Recorded, StringComparison.Ordinal);
        Assert.Contains(findings, static finding => finding.Blob is not null && finding.Message.Contains("mask_drawn", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replay_OfAHistoryThatAFaultyKernelWrote_RefutesItAndRunComputesAnew()
    {
        using var clean = new Bench();
        var wanted = await clean.Run(TinyExperiment.Specification);
        var faulty = await _bench.Run(TinyExperiment.Specification, new FaultyDevices(CallInSeventhStep));
        Assert.NotEqual(wanted.Result, faulty.Result);

        var difference = (await _bench.Send(new ReplayRun(faulty.Run))).Difference!;
        Assert.Equal((0, 3, ReplayVerdict.Refuted), (difference.Round, difference.Step, difference.Verdict));

        var repaired = await _bench.Run(TinyExperiment.Specification);
        Assert.Equal(wanted.Result, repaired.Result);
        Assert.Equal(28, repaired.StepsTrained);
        Assert.Null((await _bench.Send(new ReplayRun(faulty.Run))).Difference);
        using var store = _bench.Open();
        var events = await store.ReadAll().Select(EventCatalogue.Read).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(3, Assert.Single(events.OfType<DerivationDisputed>()).Step);
        Assert.Equal(3, Assert.Single(events.OfType<DerivationRefuted>()).Step);
        Assert.Empty((await _bench.Send(new VerifyLedger())).Findings);
    }

    [Fact]
    public async Task Replay_OnAMachineWithAFaultyKernel_BlamesTheMachineAndRecordsNothing()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        await Assert.ThrowsAsync<KernelFaultException>(() => _bench.Send(new ReplayRun(run.Run), new FaultyDevices(CallInSeventhStep)));

        using var store = _bench.Open();
        Assert.Empty(await store.ReadAll().Select(EventCatalogue.Read).OfType<DerivationDisputed>().ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Run_ThatContinuesAHistoryOfAFaultyKernel_SettlesItAndComputesAnew()
    {
        using var clean = new Bench();
        var wanted = await clean.Run(TinyExperiment.Specification);
        await Assert.ThrowsAnyAsync<Exception>(() => _bench.Run(TinyExperiment.Specification, new FaultyDevices(CallInSeventhStep), static store => new CrashingStore(store, 8)));

        Assert.Equal(wanted.Result, (await _bench.Run(TinyExperiment.Specification)).Result);
    }

    public void Dispose() => _bench.Dispose();
}
