using System.Text;
using Ledger.Application.Replays;
using Ledger.Application.Tests.Claims;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Specification;

namespace Ledger.Application.Tests.Replays;

/// <summary>Runs whose derivations are all right and whose program is not the specification's, every hash of it fitting.</summary>
public sealed class ReplayProgramTests : IDisposable
{
    private readonly Bench _bench = new();

    [Theory]
    [InlineData("ticket_drawn", "\"kept\":", "\"kept\":1", false)]
    [InlineData("ticket_drawn", "\"kept\":", "\"kept\":1", true)]
    [InlineData("rewind_point_marked", "\"step\":4", "\"step\":3", false)]
    [InlineData("derivation_used", "\"split\":\"test\"", "\"split\":\"train\"", false)]
    [InlineData("derivation_used", "\"step\":12", "\"step\":11", true)]
    [InlineData("derivation_used", "\"round\":1", "\"round\":0", false)]
    [InlineData("run_started", "\"replicate\":0", "\"replicate\":1", false)]
    [InlineData("run_started", "\"seed\":\"SEED\"", "\"seed\":\"7\"", false)]
    public async Task Replay_OfAnotherProgram_IsRefutedAtTheEvent(string alias, string honest, string lie, bool fromSeed)
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        var seed = $"{SeedRule.RunSeed(TinyExperiment.Specification.Seed, replicate: 0)}";
        var place = await Rewrite(alias, honest.Replace("SEED", seed, StringComparison.Ordinal), lie);

        var report = await _bench.Send(new ReplayRun(run.Run, new ReplayOptions(FromSeed: fromSeed)));

        Assert.Equal((alias, ReplayVerdict.Refuted, false), (report.Difference!.What, report.Difference.Verdict, report.IsRecorded));
        Assert.StartsWith(place, report.Difference.Place, StringComparison.Ordinal);
        Assert.NotEqual(report.Difference.Recorded, report.Difference.Found);
    }

    [Fact]
    public async Task Replay_UnderASpecificationWithAnotherRate_IsRefuted()
    {
        var run = await _bench.Run(TinyExperiment.Specification);
        await Rewrite("experiment_declared", "0.05", "0.06");

        Assert.Equal(ReplayVerdict.Refuted, (await _bench.Send(new ReplayRun(run.Run))).Difference?.Verdict);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(9)]
    public async Task Replay_OfAnInterruptedRun_IsEqualAsFarAsItWent(int batches)
    {
        await Assert.ThrowsAnyAsync<Exception>(() => _bench.Run(TinyExperiment.Specification, devices: null, store => new CrashingStore(store, 6 + batches)));
        using var other = new Bench();
        var run = await other.Run(TinyExperiment.Specification);

        var report = await _bench.Send(new ReplayRun(run.Run));

        Assert.Equal((null, false), (report.Difference, report.IsComplete));
    }

    public void Dispose() => _bench.Dispose();

    /// <summary>Changes the first event that says so; stream and version of it.</summary>
    private async Task<string> Rewrite(string alias, string honest, string lie)
    {
        var place = "";
        long? changed = null;
        await OwnersPen.Rewrite(_bench.LedgerPath, stored =>
        {
            var body = Encoding.UTF8.GetString(stored.Body.Span);
            if (stored.Alias != alias || (changed ?? stored.Position) != stored.Position || !body.Contains(honest, StringComparison.Ordinal))
            {
                return body;
            }

            (changed, place) = (stored.Position, $"{stored.Stream}, version {stored.Version}");
            return body.Replace(honest, lie, StringComparison.Ordinal);
        });
        Assert.NotEmpty(place);
        return place;
    }
}
