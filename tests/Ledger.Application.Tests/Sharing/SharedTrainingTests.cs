using Ledger.Application.Experiments;
using Ledger.Application.History;
using Ledger.Application.Sharing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Sharing;

public sealed class SharedTrainingTests : IDisposable
{
    // They differ in what they evaluate and how often they prune: the dense training is one and the same.
    private static readonly ExperimentSpecification Here = TinyExperiment.Specification.With(rounds: 1);
    private static readonly ExperimentSpecification There = TinyExperiment.Specification.With(rounds: 2, splits: ["validation"]);

    private readonly Laboratory _laboratory = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Run_TwoExperimentsWithOneTraining_TrainItOnce(bool isOneProcess)
    {
        using var gate = new SemaphoreSlim(0);
        using var training = new SemaphoreSlim(0);
        var machine = _laboratory.Machine();
        var first = Laboratory.Run(machine, [0], () => HoldUp(training, gate), Here);
        await training.WaitAsync(_cancellation);
        var second = Laboratory.Run(isOneProcess ? machine : _laboratory.Machine(), [0], specification: There);
        await _laboratory.Clock.Sleeper(LeaseTerms.Default.Pause);
        gate.Release();
        var outcomes = await _laboratory.Clock.While(Task.WhenAll(first, second), LeaseTerms.Default.Pause);

        Assert.Equal((12 + 8 + 8, 0L), (outcomes.Sum(static outcome => outcome[0].StepsTrained), outcomes.Sum(static outcome => outcome[0].StepsRepeated)));
        Assert.All(outcomes, static outcome => Assert.NotNull(outcome[0].Result));
        Assert.Empty(await _laboratory.Store.ListLeases(_cancellation));
    }

    [Fact]
    public async Task Run_TrainingTakenAway_WaitsForItAndKeepsTheReplicate()
    {
        Lease? taken = null;
        var run = Laboratory.Run(_laboratory.Machine(), [0], () => taken = TakeTraining());
        await _laboratory.Clock.Sleeper(LeaseTerms.Default.Pause);

        Assert.Equal([false, false], (await _laboratory.Store.ListLeases(_cancellation)).Select(static lease => lease.IsExpired));
        await _laboratory.Store.Forget(taken!.Work, _cancellation);
        var outcome = Assert.Single(await _laboratory.Clock.While(run, LeaseTerms.Default.Pause));
        Assert.NotNull(outcome.Result);
        var attempt = await _laboratory.Store.StreamsStartingWith("attempt-", _cancellation).SingleAsync(_cancellation);
        Assert.IsType<AttemptCompleted>((await _laboratory.Store.All(attempt, _cancellation))[^1]);
    }

    public void Dispose() => _laboratory.Dispose();

    private void HoldUp(SemaphoreSlim training, SemaphoreSlim gate)
    {
        training.Release();
        gate.Wait(_cancellation);
    }

    /// <summary>Another takes the training, not the replicate, while this machine is silent.</summary>
    private Lease TakeTraining()
    {
        var training = _laboratory.Store.ListLeases(_cancellation).Result.Single(static lease => lease.Work.Prefix == "train");
        _laboratory.StoreClock.Advance(LeaseTerms.Default.Duration);
        Assert.True(_laboratory.Store.Take(training.Work, training.Label, "other", LeaseTerms.Default.Duration, _cancellation).Result);
        _laboratory.Clock.Advance(LeaseTerms.Default.Renewal);
        return training;
    }
}
