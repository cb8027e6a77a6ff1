using Ledger.Application.Addresses;
using Ledger.Application.Bundles;
using Ledger.Application.Differences;
using Ledger.Application.Queries;
using Ledger.Application.Replays;
using Ledger.Application.Sealing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Bundles;

public sealed class ImportTests : IDisposable
{
    // Each step calls the weight gradient twice; the dense run trains steps 1–4 on one device, steps 5–12 on the next.
    private const int CallInSeventhStep = (2 * 2) + 1;

    private readonly Bench _here = new();
    private readonly Bench _there = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string BundlePath => _there.LedgerPath + ".bundle";

    [Fact]
    public async Task Import_IntoAnEmptyLedger_TakesEveryHistoryAndMaskButNoStates()
    {
        await _there.Run(TinyExperiment.Specification);
        await Export(withStates: true);
        var report = await Import();

        Assert.Equal(await _there.History(), await _here.History());
        Assert.Equal((2, 0, 0), (report.Masks, report.States, report.Equal));
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
        Assert.True(Assert.Single(await _here.Send(new ListRuns())).IsUnconfirmed);
    }

    [Fact]
    public async Task Import_ASecondTime_ChangesNothing()
    {
        await _there.Run(TinyExperiment.Specification);
        await Export();
        var first = await Import();
        var second = await Import();

        Assert.Equal((0L, 0, 0), (second.Events, second.Masks, second.States));
        Assert.Equal(first.Histories, second.Equal);
    }

    [Fact]
    public async Task Import_OfWhatIsHere_ConfirmsItAndAddsOnlyWhoComputedItThere()
    {
        await _there.Run(TinyExperiment.Specification);
        await _here.Run(TinyExperiment.Specification);
        await Export();
        var report = await Import();

        Assert.Equal(report.Histories, report.Equal);
        Assert.Empty(report.Contradictions);
        Assert.DoesNotContain(await Events(), static recorded => recorded is HistoryImported);
        Assert.False(Assert.Single(await _here.Send(new ListRuns())).IsUnconfirmed);
    }

    [Fact]
    public async Task Run_OfAnImportedRun_ComputesEveryStepAndConfirmsIt()
    {
        var wanted = await _there.Run(TinyExperiment.Specification);
        await Export(withStates: true);
        await Import();
        var run = await _here.Run(TinyExperiment.Specification);

        Assert.Equal((wanted.Result, 0L, 28L, 0), (run.Result, run.StepsTrained, run.StepsRepeated, run.Found));
        Assert.False(Assert.Single(await _here.Send(new ListRuns())).IsUnconfirmed);
        Assert.Equal(await _there.History(), await _here.History());
        Assert.Equal((0, 0L), await Again());
    }

    [Fact]
    public async Task Run_OfATrustedImport_ComputesNothing()
    {
        var wanted = await _there.Run(TinyExperiment.Specification);
        await Export(withStates: true);
        var report = await Import(trust: true);

        Assert.True(report.States > 0);
        Assert.Equal((wanted.Result, 0), ((await _here.Run(TinyExperiment.Specification)).Result, (await Again()).Computed));
    }

    [Fact]
    public async Task Import_TrustedLater_AnswersFromIt()
    {
        await _there.Run(TinyExperiment.Specification);
        await Export();
        await Import();
        var report = await Import(trust: true);

        Assert.True(report.Events > 0);
        Assert.Equal((0, 0L), await Again());
    }

    [Fact]
    public async Task Replay_OfAnImportedRun_ConfirmsIt()
    {
        var run = await _there.Run(TinyExperiment.Specification);
        await Export();
        await Import();

        Assert.Null((await _here.Send(new ReplayRun(run.Run))).Difference);
        Assert.Equal((0, 0L), await Again());
    }

    [Fact]
    public async Task Import_OfAnotherHistory_StandsBesideOursAndNamesTheStep()
    {
        var ours = await _here.Run(TinyExperiment.Specification);
        await _there.Run(TinyExperiment.Specification, new FaultyDevices(CallInSeventhStep));
        await Export();
        var report = await Import();

        Assert.Equal(3, report.Contradictions[0].Step);
        Assert.True(Assert.Single(report.Runs) is { WasHere: true, Contradicts: true });
        Assert.Contains(await Events(), static recorded => recorded is DerivationDisputed { Step: 3, Attempt: 1 });
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
        Assert.Equal(ours.Result, Assert.Single(await _here.Send(new ListRuns())).Result);
        Assert.Equal((0, 0L), await Again());

        var diff = await _here.Send(new DiffLineages(ShortId.Of(ours.Run), $"{BundlePath}#{ShortId.Of(ours.Run)}"));
        Assert.Equal((DifferenceCause.Bits, 3, true), (diff.Runs[0].Difference!.Cause, diff.Runs[0].Difference!.Step, diff.Runs[0].Difference!.A.IsDisputed));
        Assert.Equal(0, (await Import()).Events);
    }

    [Fact]
    public async Task Import_OfAHistoryThatPartsLater_ContradictsNoStateBefore()
    {
        var specification = TinyExperiment.Specification.With(rewind: 2);
        await _here.Run(specification);
        await _there.Run(specification, new FaultyDevices(CallInSeventhStep));
        await Export();
        var report = await Import();

        // The dense training parts at step 5: of its states only the end differs, as of the other trainings.
        Assert.Contains(report.Contradictions, static contradiction => contradiction.Step == 5);
        Assert.Equal(3, report.Contradictions.Count(static contradiction => contradiction.Kind == Kinds.Train));
        Assert.Equal(3, report.Contradictions.Count(static contradiction => contradiction.Kind == Kinds.State));
        Assert.Equal(0, (await Import()).Events);
    }

    [Fact]
    public async Task Run_AfterADishonestImport_RefutesItAndComputesAnew()
    {
        using var clean = new Bench();
        var wanted = await clean.Run(TinyExperiment.Specification);
        var lie = await _there.Run(TinyExperiment.Specification, new FaultyDevices(CallInSeventhStep));
        await Export(withStates: true);
        await Import();
        var run = await _here.Run(TinyExperiment.Specification);

        Assert.NotEqual(lie.Result, wanted.Result);
        Assert.Equal(wanted.Result, run.Result);
        Assert.Contains(await Events(), static recorded => recorded is DerivationRefuted { Step: 3, Attempt: 1 });
        Assert.Equal(wanted.Result, Assert.Single(await _here.Send(new ListRuns())).Result);
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
        Assert.Equal((0, 0L), await Again());
    }

    [Fact]
    public async Task Import_OfAnHonestBundleAfterADishonestOne_IsTheOneThatIsConfirmed()
    {
        await _there.Run(TinyExperiment.Specification, new FaultyDevices(CallInSeventhStep));
        await Export();
        await Import();
        using var honest = new Bench();
        var wanted = await honest.Run(TinyExperiment.Specification);
        await honest.Send(new ExportRuns([], BundlePath, Overwrite: true));
        await Import();

        Assert.Equal(wanted.Result, (await _here.Run(TinyExperiment.Specification)).Result);
        Assert.Equal(wanted.Result, Assert.Single(await _here.Send(new ListRuns())).Result);
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(11)]
    [InlineData(23)]
    [InlineData(31)]
    public async Task Import_ThatWasInterrupted_CanBeRepeated(int writes)
    {
        await _there.Run(TinyExperiment.Specification);
        await Export();
        await Assert.ThrowsAsync<StoreWriteException>(() => Import(around: store => new CrashingStore(store, writes)));
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
        await Import();

        Assert.Equal(await _there.History(), await _here.History());
        Assert.True(Assert.Single(await _here.Send(new ListRuns())).IsUnconfirmed);
        Assert.Equal(28, (await _here.Run(TinyExperiment.Specification)).StepsRepeated);
    }

    [Fact]
    public async Task Import_WithAnotherKeyThanWanted_IsRefused()
    {
        await _there.Run(TinyExperiment.Specification);
        await Export();

        await Assert.ThrowsAsync<CorruptLedgerException>(() => Import(key: TrustedKey.Read("SHA256:other")));
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    private Task<ExportReport> Export(bool withStates = false) => _there.Send(new ExportRuns([], BundlePath, withStates));

    private async Task<ImportReport> Import(bool trust = false, TrustedKey? key = null, Func<ILedgerStore, ILedgerStore>? around = null)
    {
        using var bundle = SqliteLedgerStore.Open(BundlePath, OpenMode.ReadOnly);
        return await _here.Send(new ImportBundle(bundle, trust, key), around: around);
    }

    private async Task<(int Computed, long StepsRepeated)> Again()
    {
        var run = await _here.Run(TinyExperiment.Specification);
        return (run.Computed, run.StepsRepeated);
    }

    private async Task<List<ILedgerEvent>> Events()
    {
        using var store = _here.Open();
        return await store.ReadAll().Select(EventCatalogue.Read).ToListAsync(Token);
    }
}
