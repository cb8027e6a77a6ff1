using System.Text;
using Ledger.Application.History;
using Ledger.Application.Replays;
using Ledger.Application.Tests.Claims;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Replays;

/// <summary>Trainings that diverge, and records that say otherwise.</summary>
public sealed class FalseDivergenceTests : IDisposable
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData("training_diverged")]
    [InlineData("run_diverged")]
    public async Task Replay_OfAnotherStepOfDivergence_IsRefuted(string alias)
    {
        var run = await _bench.Run(TinyExperiment.Specification.With(rate: 1e28m, rewind: 0));
        await OwnersPen.Rewrite(_bench.LedgerPath, stored => Encoding.UTF8.GetString(stored.Body.Span) is var body && stored.Alias == alias
            ? System.Text.RegularExpressions.Regex.Replace(body, "\"step\":(\\d+)", "\"step\":9")
            : body);

        var difference = (await _bench.Send(new ReplayRun(run.Run))).Difference;

        Assert.Equal((alias, ReplayVerdict.Refuted), (difference?.What, difference?.Verdict));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Replay_OfAStateBeyondADivergence_RefutesTheState(bool fromSeed)
    {
        var run = await _bench.Run(TinyExperiment.Specification.With(rate: 1e28m));
        using var forged = new Bench();
        await ForgeAState(forged);

        var report = await forged.Send(new ReplayRun(run.Run, new ReplayOptions(FromSeed: fromSeed)));

        Assert.Equal((Kinds.State, ReplayVerdict.Refuted, true), (report.Difference?.What, report.Difference?.Verdict, report.IsRecorded));
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>The same history, with a state after the rewind step in the place of the run's divergence.</summary>
    private async Task ForgeAState(Bench forged)
    {
        using var store = _bench.Open();
        using var target = forged.Open();
        await foreach (var stored in store.ReadAll(cancellation: TestContext.Current.CancellationToken))
        {
            if (EventCatalogue.Read(stored) is not RunDiverged diverged)
            {
                await target.AppendAtEnd(stored.Stream, [new NewEvent(stored.Alias, stored.Body, stored.Metadata)], TestContext.Current.CancellationToken);
                continue;
            }

            var state = new TakeState(diverged.Trajectory, 4).Describe();
            var (output, history) = (Digest.Of([1]), Digest.Of([2]));
            await target.AppendAtEnd(StreamNames.Of(state.Kind, state.Key, 1), [EventCatalogue.ToNew(new StateCaptured(state, 1, output, history))], TestContext.Current.CancellationToken);
            await target.AppendAtEnd(stored.Stream, [EventCatalogue.ToNew(new DerivationUsed(0, state.Kind, state.Key, 1, output, 4, history))], TestContext.Current.CancellationToken);
        }
    }
}
