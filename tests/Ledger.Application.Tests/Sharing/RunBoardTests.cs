using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Application.Queries;
using Ledger.Application.Sharing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;

namespace Ledger.Application.Tests.Sharing;

public sealed class RunBoardTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly Laboratory _laboratory = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Status_HeldInTime_IsRunningAndNamesTheHolder()
    {
        await Begin(new AttemptFailed("before"));
        await Take(Minute);

        var run = await _laboratory.Booked(0);

        Assert.Equal((RunStatus.Running, "other", DateTimeOffset.UnixEpoch + Minute), (run.Status, run.Holder, run.Expires!.Value));
    }

    [Fact]
    public async Task Status_HolderSilent_IsStale()
    {
        await Begin();
        await Take(Minute);
        _laboratory.StoreClock.Advance(Minute);

        Assert.Equal((RunStatus.Stale, "other"), ((await _laboratory.Booked(0)).Status, (await _laboratory.Booked(0)).Holder));
    }

    [Fact]
    public async Task Status_BegunAndNoLease_IsStale()
    {
        await Begin();

        Assert.Equal(RunStatus.Stale, (await _laboratory.Booked(0)).Status);
    }

    [Fact]
    public async Task Status_GivenBack_IsWaiting()
    {
        await Begin(new AttemptInterrupted());
        await Take(Minute);
        await _laboratory.Store.Release(Laboratory.Work(0), "other", _cancellation);

        Assert.Equal((RunStatus.Waiting, null), ((await _laboratory.Booked(0)).Status, (await _laboratory.Booked(0)).Holder));
    }

    [Fact]
    public async Task Status_FailedAndGivenBack_IsFailed()
    {
        await Begin(new AttemptFailed("no such device"));
        await _laboratory.Store.Offer(Laboratory.Work(0), "tiny.0", _cancellation);

        Assert.Equal(RunStatus.Failed, (await _laboratory.Booked(0)).Status);
    }

    [Fact]
    public async Task Status_TakenAndKilledBeforeItBegan_IsWaiting()
    {
        await Declare();
        await Take(Minute);
        _laboratory.StoreClock.Advance(Minute);

        Assert.Equal(RunStatus.Waiting, (await _laboratory.Booked(0)).Status);
    }

    [Fact]
    public async Task Status_FinishedThoughHeld_IsDone()
    {
        await Laboratory.Run(_laboratory.Machine(), [0]);
        await Take(Minute);

        Assert.Equal((RunStatus.Done, null), ((await _laboratory.Booked(0)).Status, (await _laboratory.Booked(0)).Holder));
    }

    [Theory]
    [InlineData(1, 4)]
    [InlineData(2, 12)]
    [InlineData(3, 12 + 8)]
    public async Task Steps_StateNotYetTaken_CountsTheRecordedSteps(int report, long wanted)
    {
        var steps = 0L;
        await Laboratory.Run(_laboratory.Machine(), [0], () => steps = _laboratory.Booked(0).Result.Steps, report: report);

        Assert.Equal(wanted, steps);
        Assert.Equal(12 + 8 + 8, (await _laboratory.Booked(0)).Steps);
    }

    [Fact]
    public async Task Runs_OfferedOfADeclaredExperiment_CanBeBegunByAnyMachine()
    {
        await Declare();
        await _laboratory.Store.Offer(Laboratory.Work(3), "tiny.3", _cancellation);

        var run = await _laboratory.Booked(3);
        var unfinished = Assert.Single(await _laboratory.Machine().Send(new FindUnfinishedRuns(), _cancellation));

        Assert.Equal((RunStatus.Waiting, "tiny.3", 3, 2), (run.Status, run.Label, run.Replicate, run.Rounds));
        Assert.Equal(("tiny", 3, RunStatus.Waiting, run.Run), (unfinished.Name, unfinished.Replicate, unfinished.Status, unfinished.Run));
    }

    [Theory]
    [InlineData("tiny.4")]
    [InlineData("night shift")]
    public async Task Runs_OfferedOfNothingDeclared_ShowsLabelAndStream(string label)
    {
        await _laboratory.Store.Offer(new StreamName("run-elsewhere"), label, _cancellation);
        await _laboratory.Store.Offer(new StreamName("train-elsewhere"), label, _cancellation);

        var run = Assert.Single(await _laboratory.Machine().Send(new ListRuns(), _cancellation));

        Assert.Equal(("elsewher", label, null, null), (run.Id, run.Label, run.Run, run.Replicate));
        Assert.Empty(await _laboratory.Machine().Send(new FindUnfinishedRuns(), _cancellation));
    }

    public void Dispose() => _laboratory.Dispose();

    private async Task Declare() => await _laboratory.Store.Append(
        StreamNames.Experiment(RunIdentity.Experiment(TinyExperiment.Specification)), 0, [EventCatalogue.ToNew(new ExperimentDeclared(TinyExperiment.Specification))], _cancellation);

    private async Task Begin(ILedgerEvent? end = null)
    {
        await Declare();
        var experiment = RunIdentity.Experiment(TinyExperiment.Specification);
        var run = RunIdentity.Run(experiment, 0);
        var attempt = await AttemptLog.Start(_laboratory.Store, run, "tiny", EnvironmentReport.Now(_laboratory.Clock, "abacus"), _cancellation);
        await new RunLog(_laboratory.Store, run).Append(new RunStarted(experiment, 0, 1), _cancellation);
        if (end is not null)
        {
            await attempt.Append(end, _cancellation);
        }
    }

    private async Task Take(TimeSpan duration) => Assert.True(await _laboratory.Store.Take(Laboratory.Work(0), new RunLabel("tiny", 0).ToString(), "other", duration, _cancellation));
}
