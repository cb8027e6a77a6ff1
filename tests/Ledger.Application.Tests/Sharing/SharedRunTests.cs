using Ledger.Application.Sharing;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Sharing;

public sealed class SharedRunTests : IDisposable
{
    private static readonly LeaseTerms Terms = LeaseTerms.Default;

    private readonly Laboratory _laboratory = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_ReplicateOfAnother_DoesTheOthersFirstAndTakesItOverWhenHeIsSilent()
    {
        await _laboratory.Store.Take(Laboratory.Work(0), "tiny.0", "other", Terms.Duration, _cancellation);

        var run = Laboratory.Run(_laboratory.Machine(), [0, 1, 2]);
        await _laboratory.Clock.Sleeper(Terms.Pause);

        Assert.Equal((0L, true, true), (await _laboratory.Store.VersionOf(Laboratory.Work(0), _cancellation), await IsThere(1), await IsThere(2)));
        _laboratory.StoreClock.Advance(Terms.Duration);
        var outcomes = await _laboratory.Clock.While(run, Terms.Pause);
        Assert.Equal([0, 1, 2], outcomes.Select(static outcome => outcome.Replicate));
        Assert.All(outcomes, static outcome => Assert.NotNull(outcome.Result));
        Assert.Empty(await _laboratory.Store.ListLeases(_cancellation));
    }

    [Fact]
    public async Task Run_ReplicateThatAnotherFinishes_IsAnsweredFromTheLedger()
    {
        using var gate = new SemaphoreSlim(0);
        using var training = new SemaphoreSlim(0);
        var first = Laboratory.Run(_laboratory.Machine(), [0], () =>
        {
            training.Release();
            gate.Wait(_cancellation);
        });
        await training.WaitAsync(_cancellation);

        var second = Laboratory.Run(_laboratory.Machine(), [0]);
        await _laboratory.Clock.Sleeper(Terms.Pause);
        gate.Release();
        var (computed, found) = ((await first)[0], (await _laboratory.Clock.While(second, Terms.Pause))[0]);

        Assert.Equal((28L, 0L), (computed.StepsTrained, found.StepsTrained));
        Assert.Equal((computed.Result, 0, 28L), (found.Result, found.Computed, found.StepsReused));
    }

    [Fact]
    public async Task Run_LongWork_IsKeptByRenewing()
    {
        var outcomes = await Laboratory.Run(_laboratory.Machine(), [0], () =>
        {
            for (var i = 0; i < 10; i++)
            {
                _laboratory.StoreClock.Advance(Terms.Renewal);
                _laboratory.Clock.Advance(Terms.Renewal);
            }

            Assert.All(_laboratory.Store.ListLeases(_cancellation).Result, static lease => Assert.False(lease.IsExpired));
        });

        Assert.NotNull(outcomes[0].Result);
    }

    [Fact]
    public async Task Run_LeaseLost_IsInterruptedAndWaitsForTheOther()
    {
        var run = Laboratory.Run(_laboratory.Machine(), [0], () => TakeAway(0));
        await _laboratory.Clock.Sleeper(Terms.Pause);

        Assert.Contains(await Events(), static recorded => recorded is AttemptInterrupted);
        Assert.Equal("other", Assert.Single(await _laboratory.Store.ListLeases(_cancellation)).Holder);
        await _laboratory.Store.Release(Laboratory.Work(0), "other", _cancellation);
        var outcome = Assert.Single(await _laboratory.Clock.While(run, Terms.Pause));
        using var undisturbed = new Bench();
        Assert.Equal((await undisturbed.Run(TinyExperiment.Specification)).Result, outcome.Result);
    }

    [Fact]
    public async Task Run_Cancelled_GivesBack()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Laboratory.Run(_laboratory.Machine(), [0, 1], stop.Cancel, cancellation: stop.Token));

        Assert.Equal([("tiny.0", null), ("tiny.1", null)], (await _laboratory.Store.ListLeases(_cancellation)).Select(static lease => (lease.Label, lease.Holder)).Order());
    }

    [Fact]
    public async Task Run_ThatDiverges_IsFinished()
    {
        await Laboratory.Run(_laboratory.Machine(), [0], specification: TinyExperiment.Specification.With(rate: 1e28m));

        Assert.Empty(await _laboratory.Store.ListLeases(_cancellation));
    }

    public void Dispose() => _laboratory.Dispose();

    private async Task<bool> IsThere(int replicate) => await _laboratory.Store.VersionOf(Laboratory.Work(replicate), _cancellation) > 0;

    private async Task<IReadOnlyList<ILedgerEvent>> Events() => await _laboratory.Store.ReadAll(cancellation: _cancellation).Select(EventCatalogue.Read).ToListAsync(_cancellation);

    /// <summary>What happens to a machine that sleeps: time passes, another takes over, then it wakes and renews.</summary>
    private void TakeAway(int replicate)
    {
        _laboratory.StoreClock.Advance(Terms.Duration);
        Assert.True(_laboratory.Store.Take(Laboratory.Work(replicate), "tiny", "other", Terms.Duration, _cancellation).Result);
        _laboratory.Clock.Advance(Terms.Renewal);
    }
}
