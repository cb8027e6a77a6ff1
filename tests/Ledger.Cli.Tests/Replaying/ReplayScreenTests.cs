using Ledger.Application.Replays;
using Ledger.Application.Replays.Bisection;
using Ledger.Cli.Replaying;
using Ledger.Cli.Tests.Fixtures;

namespace Ledger.Cli.Tests.Replaying;

public sealed class ReplayScreenTests
{
    private static readonly ReplayDifference Step = new(
        2, "train/1", 17, "train-ic2b7gw2, version 18 (position 62)", "step 17, loss 0.5, correct 30, fingerprint 00", "step 17, loss 0.25, correct 31, fingerprint 01", ReplayVerdict.Refuted);

    [Fact]
    public void Of_ARefutedStep_NamesTheElementOfTheNextState() => Golden.Equal("replay-refuted", Text(
        Step with { Element = new ElementDifference("fc1.weight", 23, "[2, 3]", 0x3f800001, 0x3f800000), ElementStep = 100 }));

    [Fact]
    public void Of_AnAlteredEvent_SaysTampered() => Golden.Equal("replay-tampered", Text(ReplayDifference.Altered(1, "draw_mask/1", step: null, "mask-x7, version 1 (position 9)")));

    [Fact]
    public void Of_ARefutedStepInASample_AsksForAWholeReplay() => Assert.Contains("replay without --budget", Text(Step, new ReplaySample(1, 2, 7)), StringComparison.Ordinal);

    private static string Text(ReplayDifference difference, ReplaySample? sample = null) =>
        ReplayScreen.Of("65bxde5m", new ReplayReport(default, 3, 16, Result: null, IsComplete: true, difference, Sample: sample, IsRecorded: sample is null), unrecorded: null) + "\n";
}
