using System.Collections.Concurrent;
using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Replays;
using Ledger.Application.Storage;
using Ledger.Application.Verification;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.Tests.Scenarios;

/// <summary>Replays in parallel, from any stored state or none, of runs and of parts of them: always the same answer.</summary>
public sealed class ReplayPlanTests : IDisposable
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Replay_OfACopyWithoutStates_IsEqualByAnyNumberOfJobs(bool fromSeed)
    {
        var run = await _bench.Run(TinyExperiment.Specification.With(every: 3));
        using var elsewhere = new Bench();
        File.Copy(_bench.LedgerPath, elsewhere.LedgerPath);
        await elsewhere.Send(new CollectGarbage(AllStates: true, PlanOnly: false));

        var reports = new List<ReplayReport>();
        foreach (var jobs in new[] { 1, 2, 4 })
        {
            reports.Add(await elsewhere.Send(new ReplayRun(run.Run, new ReplayOptions(jobs, fromSeed))));
        }

        Assert.Null(reports[0].Difference);
        Assert.Equal((28L, run.Result), (reports[0].Steps, reports[0].Result));
        Assert.All(reports, report => Assert.Equal(reports[0], report));
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Replay_OfAFaultyHistory_NamesTheFirstDifferenceByAnyNumberOfJobs(bool fromSeed, bool reference)
    {
        // Every device errs: the history has a wrong step in each segment.
        var run = await _bench.Run(TinyExperiment.Specification, new FaultyDevices(5));

        var reports = new List<ReplayReport>();
        foreach (var jobs in new[] { 1, 2, 4 })
        {
            reports.Add(await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(jobs, fromSeed, reference, Records: false))));
        }

        Assert.Equal((0, 3), (reports[0].Difference!.Round, reports[0].Difference!.Step));
        Assert.All(reports, report => Assert.Equal(reports[0], report));
    }

    [Fact]
    public async Task Replay_OfReplicates_ComputesWhatTheyShareOnce()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var longer = await _bench.Run(TinyExperiment.Specification.With(rounds: 3));
        var watch = new Watch();

        var reports = await _bench.Send(new ReplayRuns([new ReplayTarget(run.Run), new ReplayTarget(longer.Run)], new ReplayOptions(), watch));

        // Rounds 0 to 2 are the same derivations: 12 steps and twice 8, then 8 more.
        Assert.Equal(36, watch.Forecast!.Steps);
        Assert.Equal([28L, 36L], reports.Select(static report => report.Steps));
        Assert.Equal([run.Result, longer.Result], reports.Select(static report => report.Result));
        Assert.Equal((36L, watch.Last.OfTasks), (watch.Last.Steps, watch.Last.Tasks));
    }

    [Theory]
    [InlineData(1, null, null, 8, 4)]
    [InlineData(1, 5, null, 5, 0)]
    [InlineData(1, 8, null, 8, 1)]
    [InlineData(1, null, AddressPart.Mask, 0, 1)]
    [InlineData(1, null, AddressPart.Ticket, 0, 2)]
    [InlineData(1, null, AddressPart.End, 8, 1)]
    [InlineData(1, 0, null, 0, 1)]
    [InlineData(0, 4, null, 4, 1)]
    public async Task Replay_OfAPart_ComputesThatAloneAndRecordsNothing(int round, int? step, AddressPart? part, int steps, int derivations)
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var target = new ReplayTarget(run.Run, round, step, part);

        var report = (await _bench.Send(new ReplayRuns([target], new ReplayOptions())))[0];

        Assert.Null(report.Difference);
        Assert.Equal((steps, derivations, false), (report.Steps, report.Derivations, report.IsRecorded));
        Assert.Null(report.Result);
    }

    [Theory]
    [InlineData(0, null, AddressPart.Mask)]
    [InlineData(3, null, AddressPart.End)]
    [InlineData(0, 13, null)]
    public async Task Replay_OfAPartThatIsNot_IsNotFound(int round, int? step, AddressPart? part)
    {
        var run = await _bench.Run(TinyExperiment.Specification);

        await Assert.ThrowsAsync<NotFoundException>(() => _bench.Send(new ReplayRuns([new ReplayTarget(run.Run, round, step, part)], new ReplayOptions())));
    }

    [Fact]
    public async Task Replay_OfARoundWithoutStates_ComputesTheWayToIt()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        await _bench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));
        var watch = new Watch();

        var report = (await _bench.Send(new ReplayRuns([new ReplayTarget(run.Run, 2)], new ReplayOptions(), watch)))[0];

        // The mask of round 1 is stored; its end is not, nor the rewind point: 4 steps, then 8 and 8.
        Assert.Null(report.Difference);
        Assert.Equal(20, watch.Forecast!.Steps);
    }

    [Fact]
    public async Task Replay_AfterAStateWasDamaged_DoesNotBeginFromIt()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        Assert.NotEqual(0, _bench.Alter("UPDATE blobs SET content = CAST(substr(content, 1, length(content) - 1) || X'5A' AS BLOB) WHERE kind = 'state'"));

        Assert.Null((await _bench.Send(new ReplayRun(run.Run))).Difference);
    }

    [Fact]
    public async Task Replay_WithABudget_ChecksWhatItDrawsAndRecordsIt()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var report = await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Budget: new ReplayBudget(Time: null, 2), Draw: 7)));
        var again = await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Jobs: 1, Budget: new ReplayBudget(Time: null, 2), Draw: 7)));

        Assert.Equal(new ReplaySample(2, 4, 7), report.Sample);
        Assert.Equal(report, again);
        using var store = _bench.Open();
        var events = await store.ReadAll().Select(EventCatalogue.Read).OfType<ReplaySampled>().ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal([(2, 4, 7ul, report.Steps), (2, 4, 7ul, report.Steps)], events.Select(static sampled => (sampled.Checked, sampled.Total, sampled.Draw, sampled.Steps)));
    }

    [Fact]
    public async Task Replay_WithASpentBudget_ChecksOneSegment()
    {
        var run = await _bench.Run(TinyExperiment.Specification);

        var report = await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Jobs: 1, Budget: new ReplayBudget(TimeSpan.Zero))));

        Assert.Equal((1, 4), (report.Sample!.Checked, report.Sample.Total));
    }

    [Fact]
    public async Task Replay_WithABudgetThatDrawsTheWrongSegment_FindsIt()
    {
        // The third device trains steps 5 to 12 of round 0.
        var run = await _bench.Run(TinyExperiment.Specification, new FaultyDevices(new Fault("WeightGradient", 5, Device: 3)));

        var found = new List<ReplayReport>();
        for (var seed = 0ul; seed < 8; seed++)
        {
            found.Add(await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Budget: new ReplayBudget(Time: null, 1), Draw: seed, Records: false))));
        }

        Assert.All(found.Where(static report => report.Difference is not null), static report => Assert.Equal((0, 7), (report.Difference!.Round, report.Difference.Step)));
        Assert.InRange(found.Count(static report => report.Difference is not null), 1, 7);
    }

    [Fact]
    public async Task Replay_OfARunThatBeginsFromAStateThatNothingMade_IsRefused()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        using var forged = new Bench();
        using (var store = _bench.Open())
        using (var target = forged.Open())
        {
            var isFirst = true;
            await foreach (var stored in store.ReadAll(cancellation: TestContext.Current.CancellationToken))
            {
                if (stored.Alias == "derivation_used" && isFirst)
                {
                    isFirst = false;
                    continue;
                }

                await target.AppendAtEnd(stored.Stream, [new NewEvent(stored.Alias, stored.Body, stored.Metadata)], TestContext.Current.CancellationToken);
            }
        }

        // Every hash holds, and nothing says where the dense network's start comes from.
        Assert.DoesNotContain((await forged.Send(new VerifyLedger())).Findings, static finding => finding.Blob is null);
        await Assert.ThrowsAsync<EvidenceMissingException>(() => forged.Send(new ReplayRuns([new ReplayTarget(run.Run, Round: 0)], new ReplayOptions())));
        Assert.Equal(ReplayVerdict.Refuted, (await forged.Send(new ReplayRun(run.Run))).Difference?.Verdict);
    }

    public void Dispose() => _bench.Dispose();

    private sealed class Watch : IReplayWatch
    {
        private readonly ConcurrentQueue<ReplayProgress> _reports = [];

        public ReplayForecast? Forecast { get; private set; }

        public ReplayProgress Last => new(_reports.Max(static report => report.Steps), _reports.Max(static report => report.OfSteps), _reports.Max(static report => report.Tasks), _reports.Max(static report => report.OfTasks));

        public void Begins(ReplayForecast forecast) => Forecast = forecast;

        public void Settles(int steps)
        {
        }

        public void Report(ReplayProgress value) => _reports.Enqueue(value);
    }
}
