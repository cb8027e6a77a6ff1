using System.Text;
using Ledger.Application.Replays;
using Ledger.Application.Tests.Claims;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Replays;

/// <summary>A wrong state that is stored, among honest steps.</summary>
public sealed class FalseStateTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Replay_OfASampleAfterAWrongState_DoesNotBlameTheTraining()
    {
        var run = await _bench.Run(TinyExperiment.Specification.With(rounds: 0));
        await Falsify(step: 4);
        var reports = new List<ReplayReport>();
        for (var seed = 0ul; seed < 8; seed++)
        {
            reports.Add(await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(Budget: new ReplayBudget(Time: null, 1), Draw: seed))));
        }

        Assert.Contains(reports, static report => report.Difference is { What: Kinds.Train, Verdict: ReplayVerdict.Refuted } && !report.IsRecorded);
        Assert.All(await Refuted(), static refuted => Assert.Equal(Kinds.State, refuted.Kind));
        Assert.Equal((Kinds.State, 4), (await _bench.Send(new ReplayRun(run.Run))).Difference is { } full ? (full.What, full.Step) : default);
    }

    [Fact]
    public async Task Replay_OverAWrongStateOfAnotherRun_IsEqual()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var other = await _bench.Run(TinyExperiment.Specification.With(every: 6));
        await Falsify(step: 6);

        Assert.Null((await _bench.Send(new ReplayRun(run.Run))).Difference);
        Assert.Empty(await Refuted());

        var first = (await _bench.Send(new ReplayRun(other.Run))).Difference;
        Assert.Equal(ReplayVerdict.Refuted, first?.Verdict);
        Assert.Null((await _bench.Send(new ReplayRun(run.Run))).Difference);
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>Records, and notes in the cache, the dense training's end as its state after a step.</summary>
    private async Task Falsify(int step)
    {
        StateCaptured honest, end;
        using (var store = _bench.Open())
        {
            var states = await store.ReadAll(cancellation: TestContext.Current.CancellationToken).Select(EventCatalogue.Read).OfType<StateCaptured>().ToListAsync(TestContext.Current.CancellationToken);
            honest = states.First(state => TakeState.Of(state.Derivation).Step == step);
            end = states.First(state => TakeState.Of(state.Derivation) is { Step: 12 } taken && taken.Trajectory == TakeState.Of(honest.Derivation).Trajectory);
            await store.Note(StreamName.Of("train", TakeState.Of(honest.Derivation).Trajectory.Digest), step, end.Output, TestContext.Current.CancellationToken);
        }

        await OwnersPen.Rewrite(_bench.LedgerPath, stored => Encoding.UTF8.GetString(stored.Body.Span) is var body && EventCatalogue.Read(stored) is StateCaptured or DerivationUsed { Kind: Kinds.State }
            ? body.Replace(honest.Output.ToString(), end.Output.ToString(), StringComparison.Ordinal)
            : body);
    }

    private async Task<List<DerivationRefuted>> Refuted()
    {
        using var store = _bench.Open();
        return await store.ReadAll(cancellation: TestContext.Current.CancellationToken).Select(EventCatalogue.Read).OfType<DerivationRefuted>().ToListAsync(TestContext.Current.CancellationToken);
    }
}
