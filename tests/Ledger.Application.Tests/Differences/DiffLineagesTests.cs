using Ledger.Application.Addresses;
using Ledger.Application.Differences;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Differences;

public sealed class DiffLineagesTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Bench _other = new();

    [Fact]
    public async Task Diff_OfARunWithItselfElsewhere_IsEqual()
    {
        var run = (await _bench.Run(TinyExperiment.Specification)).Run;
        await _other.Run(TinyExperiment.Specification);

        var diff = await _bench.Send(new DiffLineages(ShortId.Of(run), $"{_other.LedgerPath}#{ShortId.Of(run)}"));

        Assert.Null(diff.Difference);
        Assert.True(diff.Derivations > 10);
    }

    [Fact]
    public async Task Diff_OfTwoReplicates_NamesTheSeed()
    {
        var runs = await _bench.Run(TinyExperiment.Specification, [0, 1]);

        var difference = await Differ(runs[0].Run, runs[1].Run);

        Assert.Equal((DifferenceCause.Key, 0, "initialize/1", "seed"), (difference.Cause, difference.Round, difference.Kind, difference.What));
        Assert.NotEqual(difference.A, difference.B);
    }

    [Fact]
    public async Task Diff_OfTwoRates_NamesTheRateOfTheTraining() => Assert.Equal(
        ("train/1", "schedule.rate", "0.05", "0.02"),
        await Differ(TinyExperiment.Specification, TinyExperiment.Specification.With(rate: 0.02m)));

    [Fact]
    public async Task Diff_OfTwoRewindPoints_NamesTheStep() => Assert.Equal(
        ("state/1", "step", "4", "6"),
        await Differ(TinyExperiment.Specification, TinyExperiment.Specification.With(rewind: 6)));

    [Fact]
    public async Task Diff_WithALongerRun_SaysWhichGoesOn()
    {
        var shorter = (await _bench.Run(TinyExperiment.Specification)).Run;
        var longer = (await _bench.Run(TinyExperiment.Specification.With(rounds: 3))).Run;

        var difference = await Differ(shorter, longer);

        Assert.Equal((DifferenceCause.Length, 3, "draw_mask/1", "nothing"), (difference.Cause, difference.Round, difference.Kind, difference.A));
    }

    [Fact]
    public async Task Diff_WithARunOfAFaultyKernel_NamesTheFirstStepThatDiffers()
    {
        var run = (await _bench.Run(TinyExperiment.Specification)).Run;
        await _other.Run(TinyExperiment.Specification, new FaultyDevices(5));

        var diff = await _bench.Send(new DiffLineages(ShortId.Of(run), $"{_other.LedgerPath}#{ShortId.Of(run)}"));

        Assert.Equal((DifferenceCause.Bits, 0, "train/1", "step 3"), (diff.Difference!.Cause, diff.Difference.Round, diff.Difference.Kind, diff.Difference.What));
    }

    public void Dispose()
    {
        _bench.Dispose();
        _other.Dispose();
    }

    private async Task<(string Kind, string What, string A, string B)> Differ(ExperimentSpecification a, ExperimentSpecification b)
    {
        var difference = await Differ((await _bench.Run(a)).Run, (await _bench.Run(b)).Run);
        return (difference.Kind, difference.What, difference.A, difference.B);
    }

    private async Task<LineageDifference> Differ(Digest a, Digest b) =>
        (await _bench.Send(new DiffLineages(ShortId.Of(a), ShortId.Of(b)))).Difference!;
}
