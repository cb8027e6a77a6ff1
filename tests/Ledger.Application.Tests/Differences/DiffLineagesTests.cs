using Ledger.Application.Addresses;
using Ledger.Application.Bundles;
using Ledger.Application.Differences;
using Ledger.Application.Failures;
using Ledger.Application.Storage;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Differences;

public sealed class DiffLineagesTests : IDisposable
{
    // Each step calls the weight gradient twice; the dense run trains steps 1–4 on one device.
    private const int CallInThirdStep = 5;

    private static readonly ExperimentSpecification Tiny = TinyExperiment.Specification;

    private readonly Bench _bench = new();
    private readonly Bench _other = new();

    private string Elsewhere => $"{_other.LedgerPath}#tiny";

    [Fact]
    public async Task Diff_OfARunWithItselfElsewhere_IsIdentical()
    {
        await _bench.Run(Tiny);
        await _other.Run(Tiny);

        var diff = await _bench.Send(new DiffLineages("tiny", Elsewhere));

        Assert.True(diff.IsIdentical);
        Assert.Equal((15, 28L), (diff.Runs[0].Equal, diff.Runs[0].EqualSteps));
        Assert.Empty(diff.Runs[0].Rounds);
    }

    [Fact]
    public async Task Diff_OfARunWithItsBundle_IsIdentical()
    {
        await _bench.Run(Tiny);
        await _bench.Send(new ExportRuns([], _other.LedgerPath));

        Assert.True((await _bench.Send(new DiffLineages("tiny", Elsewhere))).IsIdentical);
    }

    [Fact]
    public async Task Diff_OfTwoReplicates_NamesTheReplicate()
    {
        var runs = await _bench.Run(Tiny, [0, 1]);
        var difference = (await Differ(runs[0].Run, runs[1].Run)).Difference!;

        Assert.Equal((DifferenceCause.Key, 0, "initialize/1"), (difference.Cause, difference.Round, difference.Kind));
        Assert.Equal([new ParameterDifference("replicate", "0", "1")], difference.Parameters);
    }

    [Fact]
    public async Task Diff_OfTwoSeeds_NamesTheSeed() => await AssertReason(Tiny with { Seed = 2 }, "initialize/1", ("seed", "1", "2"));

    [Fact]
    public async Task Diff_OfTwoRates_NamesTheRateOfTheTraining() => await AssertReason(Tiny.With(rate: 0.02m), "train/1", ("training.rate", "0.05", "0.02"));

    [Fact]
    public async Task Diff_OfTwoRecipes_NamesEveryParameterOfTheTraining() => await AssertReason(
        Tiny with { Training = Tiny.Training with { Batch = 8, Momentum = 0.5m } }, "train/1", ("training.batch", "16", "8"), ("training.momentum", "0.9", "0.5"));

    [Fact]
    public async Task Diff_OfTwoRewindPoints_NamesTheRewindPoint() => await AssertReason(Tiny.With(rewind: 6), "state/1", ("method.rewind", "4it", "6it"));

    [Fact]
    public async Task Diff_OfTwoLengths_NamesTheStepsOfTheTraining() => await AssertReason(Tiny.With(steps: 14), "state/1", ("training.steps", "12it", "14it"));

    [Fact]
    public async Task Diff_OfTwoPruneRates_NamesTheFraction() => await AssertReason(
        Tiny with { Method = Tiny.Method with { Fraction = 0.4m } }, "draw_mask/1", ("method.prune.fraction", "0.3", "0.4"));

    [Fact]
    public async Task Diff_OfOtherData_NamesTheirSetting() => await AssertReason(
        Tiny with { Data = Tiny.Data with { Synthetic = Tiny.Data.Synthetic! with { Noise = 90 } } }, "train/1", ("data.synthetic.noise", "64", "90"));

    [Fact]
    public async Task Diff_OfOtherNetworks_NamesThemAndComparesDensitiesOnly()
    {
        var run = await AssertReason(Tiny with { Network = "mlp:16-9-3" }, "initialize/1", ("network", "mlp:16-8-3", "mlp:16-9-3"));

        Assert.All(run.Rounds, static round => Assert.Null(round.Masks));
        Assert.All(run.Rounds[0].Layers, static layer => Assert.True(layer.TotalA < layer.TotalB));
    }

    [Fact]
    public async Task Diff_OfASeedAndARate_NamesTheSeedFirstAndTheRateToo()
    {
        var run = await AssertReason(Tiny.With(rate: 0.02m) with { Seed = 2 }, "initialize/1", ("seed", "1", "2"));

        Assert.Equal([new ParameterDifference("training.rate", "0.05", "0.02")], run.Further);
    }

    [Fact]
    public async Task Diff_WithALongerRun_SaysWhichGoesOnAndWhy()
    {
        var run = await Differ(Tiny, Tiny.With(rounds: 3));

        Assert.Equal((DifferenceCause.Length, 3, "draw_mask/1", null), (run.Difference!.Cause, run.Difference.Round, run.Difference.Kind, run.Difference.A.Derivation));
        Assert.Equal([new ParameterDifference("method.rounds", "2", "3")], run.Difference.Parameters);
        Assert.All(run.Rounds, static round => Assert.True(round.IsEqual));
        Assert.Equal(3, Assert.Single(run.OnlyInB).Round);
    }

    [Fact]
    public async Task Diff_WithMoreEvaluations_LeavesTheRestEqual()
    {
        var run = await Differ(Tiny, Tiny.With(splits: ["test", "validation"]));

        Assert.Equal([new ParameterDifference("evaluate.splits", "[test]", "[test, validation]")], run.Difference!.Parameters);
        Assert.Equal((0, 3), (run.After.OnlyInA, run.After.OnlyInB));
        Assert.All(run.Rounds, static round => Assert.True(round.Start!.IsSame && round.End!.IsSame));
    }

    [Fact]
    public async Task Diff_WithARunOfAFaultyKernel_ShowsBothRecordsOfTheFirstWrongStep()
    {
        await _bench.Run(Tiny);
        await _other.Run(Tiny, new FaultyDevices(CallInThirdStep));

        var difference = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0].Difference!;

        Assert.Equal((DifferenceCause.Bits, 0, "train/1", 3), (difference.Cause, difference.Round, difference.Kind, difference.Step));
        Assert.NotEqual(difference.A.Record, difference.B.Record);
        Assert.False(difference.A.IsAltered || difference.B.IsAltered);
        Assert.EndsWith($"--store {_other.LedgerPath}", difference.B.Replay, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Diff_WithAnAlteredStep_SaysWhichDoesNotHaveItsHash()
    {
        await _bench.Run(Tiny);
        await _other.Run(Tiny);
        Assert.Equal(3, _other.Alter("UPDATE events SET body = replace(body, '\"correct\":', '\"correct\":1') WHERE alias = 'step_trained' AND version = 8"));

        var difference = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0].Difference!;

        Assert.Equal((DifferenceCause.Bits, 7, false, true), (difference.Cause, difference.Step, difference.A.IsAltered, difference.B.IsAltered));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Diff_WithATrainingThatWasCut_NamesTheFirstMissingStepOnEitherSide(bool isCutHere)
    {
        await _bench.Run(Tiny);
        await _other.Run(Tiny);
        (isCutHere ? _bench : _other).Alter("DELETE FROM events WHERE alias = 'step_trained' AND version > 10");

        var difference = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0].Difference!;

        Assert.Equal((DifferenceCause.Bits, 10), (difference.Cause, difference.Step));
    }

    [Fact]
    public async Task Diff_WithAHistoryThatAReplayRefuted_SaysWhichIsWrong()
    {
        await _bench.Run(Tiny);
        var wrong = await _other.Run(Tiny, new FaultyDevices(CallInThirdStep));
        await _other.Send(new Application.Replays.ReplayRun(wrong.Run));

        var difference = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0].Difference!;

        Assert.Equal((false, true, true), (difference.A.IsRefuted, difference.B.IsRefuted, difference.B.IsDisputed));
    }

    [Fact]
    public async Task Diff_OfTwoExperiments_PairsReplicatesByNumber()
    {
        await _bench.Run(Tiny, [0, 1, 2]);
        await _other.Run(Tiny, [1, 2, 4]);

        var diff = await _bench.Send(new DiffLineages("tiny", Elsewhere));

        Assert.False(diff.IsIdentical);
        Assert.All(diff.Runs, static run => Assert.Null(run.Difference));
        Assert.Equal([1, 2], diff.Runs.Select(static run => run.A.Replicate));
        Assert.Equal([0], diff.OnlyInA);
        Assert.Equal([4], diff.OnlyInB);
    }

    [Fact]
    public async Task Diff_OfAnExperimentById_TakesItsRuns()
    {
        await _bench.Run(Tiny, [0, 1]);
        var id = ShortId.Of(RunIdentity.Experiment(Tiny));

        Assert.Equal(2, (await _bench.Send(new DiffLineages(id, "tiny"))).Runs.Count);
    }

    [Fact]
    public async Task Diff_OfExperimentsWithoutACommonReplicate_SaysWhatThereIs()
    {
        await _bench.Run(Tiny, [0, 1]);
        await _other.Run(Tiny, [2, 3]);

        await Assert.ThrowsAsync<NotFoundException>(() => _bench.Send(new DiffLineages("tiny", Elsewhere)));
    }

    [Fact]
    public async Task Diff_OfTwoTickets_ComparesThemWhateverTheirRounds()
    {
        await _bench.Run(Tiny);
        var run = (await _bench.Send(new DiffLineages("tiny/1", "tiny/2"))).Runs[0];

        Assert.Equal(DifferenceCause.Length, run.Difference!.Cause);
        var pair = Assert.Single(run.Rounds);
        Assert.Equal((1, 2), (pair.A.Round, pair.B.Round));
        Assert.Equal((0, pair.B.Kept), (pair.Masks!.OnlyInB, pair.Masks.InBoth));
        Assert.True(pair.Start!.All!.Shared > 0 && pair.Start.All.EqualBits == pair.Start.All.Shared, "both were rewound to the same point");
    }

    [Fact]
    public async Task Diff_TheOtherWayRound_IsTheSameWithSidesSwapped()
    {
        var runs = await _bench.Run(Tiny, [0, 1]);
        var forth = (await Differ(runs[0].Run, runs[1].Run)).Rounds;
        var back = (await Differ(runs[1].Run, runs[0].Run)).Rounds;

        foreach (var (one, other) in forth.Zip(back))
        {
            var (a, b) = (one.Masks!, other.Masks!);
            Assert.Equal((a.OnlyInA, a.OnlyInB, a.InBoth, a.Jaccard, a.ChanceJaccard), (b.OnlyInB, b.OnlyInA, b.InBoth, b.Jaccard, b.ChanceJaccard));
            var (there, here) = (one.End!.All!, other.End!.All!);
            Assert.Equal((there.Shared, there.EqualBits, there.SameSign, there.Cosine, there.L2, there.NormA, there.NormB), (here.Shared, here.EqualBits, here.SameSign, here.Cosine, here.L2, here.NormB, here.NormA));
            Assert.Equal(there.Ulps, here.Ulps);
            Assert.Equal(one.Evaluations.Select(static e => (e.A, e.B)), other.Evaluations.Select(static e => (e.B, e.A)));
            Assert.Equal(one.Curve.Select(static p => (p.Step, p.A, p.B)), other.Curve.Select(static p => (p.Step, p.B, p.A)));
        }
    }

    [Fact]
    public async Task Diff_WhereStatesWereDropped_SaysWhatRebuildingCostsAndRebuildsThemBesideTheLedger()
    {
        await _bench.Run(Tiny);
        await _other.Run(Tiny.With(rate: 0.02m));
        var stored = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0];
        await _other.Send(new CollectGarbage(AllStates: true, PlanOnly: false));
        var before = await File.ReadAllBytesAsync(_other.LedgerPath, TestContext.Current.CancellationToken);

        var skipped = (await _bench.Send(new DiffLineages("tiny", Elsewhere))).Runs[0];
        var rebuilt = (await _bench.Send(new DiffLineages("tiny", Elsewhere, IsRebuilding: true))).Runs[0];

        Assert.Equal("B", Assert.Single(skipped.NotStored).Side);
        Assert.True(skipped.NotStored[0].Steps > 0 && skipped.Rounds[1].End is null && skipped.Rounds[1].Masks is not null);
        Assert.Empty(rebuilt.NotStored);
        Assert.Equal(stored.Rounds.Select(static round => round.End!.All!.L2), rebuilt.Rounds.Select(static round => round.End!.All!.L2));
        Assert.Equal(before, await File.ReadAllBytesAsync(_other.LedgerPath, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Diff_OfDroppedStatesThatNeedNoTraining_MakesThemAgainUnasked()
    {
        var specification = Tiny.With(rewind: 0);
        await _bench.Run(specification, [0, 1]);
        await _bench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));

        var run = (await _bench.Send(new DiffLineages("tiny.0", "tiny.1"))).Runs[0];

        Assert.All(run.Rounds, static round => Assert.True(round.Start is not null && round.End is null));
    }

    [Fact]
    public async Task Diff_OfImages_CountsTheWeightsThatReadEachPixel()
    {
        var runs = await _bench.Run(Tiny, [0, 1]);
        var run = await Differ(runs[0].Run, runs[1].Run);

        Assert.Equal((4, run.Rounds[^1].Layers[0].KeptA, run.Rounds[^1].Layers[0].KeptB), (run.Pixels!.Width, run.Pixels.A.Sum(), run.Pixels.B.Sum()));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _other.Dispose();
    }

    private async Task<RunDiff> AssertReason(ExperimentSpecification other, string kind, params (string What, string A, string B)[] parameters)
    {
        var run = await Differ(Tiny, other);

        Assert.Equal((DifferenceCause.Key, kind), (run.Difference!.Cause, run.Difference.Kind));
        Assert.Equal(parameters, run.Difference.Parameters.Select(static parameter => (parameter.What, parameter.A, parameter.B)));
        return run;
    }

    private async Task<RunDiff> Differ(ExperimentSpecification a, ExperimentSpecification b) => await Differ((await _bench.Run(a)).Run, (await _bench.Run(b)).Run);

    private async Task<RunDiff> Differ(Digest a, Digest b) => (await _bench.Send(new DiffLineages(ShortId.Of(a), ShortId.Of(b)))).Runs[0];
}
