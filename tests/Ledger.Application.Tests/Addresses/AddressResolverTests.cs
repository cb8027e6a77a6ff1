using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.Tests.Scenarios;

namespace Ledger.Application.Tests.Addresses;

public sealed class AddressResolverTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Resolve_EveryFormOfARunsName_FindsTheRun()
    {
        var run = (await _bench.Run(TinyExperiment.Specification)).Run;

        foreach (var text in new[] { ShortId.Of(run), run.ToBase32()[..4], run.ToBase32().ToUpperInvariant(), $"run-{run.ToBase32()}", run.ToString(), run.ToShortString(), "tiny", "tiny.0" })
        {
            Assert.Equal(run, (await Resolve(text)).Run.Run);
        }
    }

    [Fact]
    public async Task Resolve_NoRound_IsTheLastOne()
    {
        await _bench.Run(TinyExperiment.Specification);

        var found = await Resolve("tiny");

        Assert.Equal(2, found.Round.Round);
        Assert.Equal(found.Round.End, found.DigestOf(AddressPart.End));
        Assert.Equal(8, found.Trajectory.Steps);
    }

    [Fact]
    public async Task Resolve_Steps_KnowsTheStatesWrittenDown()
    {
        await _bench.Run(TinyExperiment.Specification);

        Assert.Equal((await Resolve("tiny/0")).Round.Start, (await Resolve("tiny/0@0")).StateAtStep);
        Assert.Equal((await Resolve("tiny")).Run.RewindPoint!.State, (await Resolve("tiny/0@4")).StateAtStep);
        Assert.Null((await Resolve("tiny/0@5")).StateAtStep);
    }

    [Fact]
    public async Task Resolve_NameOfSeveralRuns_ListsThem()
    {
        var outcomes = await _bench.Run(TinyExperiment.Specification, [0, 1]);

        var exception = await Assert.ThrowsAsync<AmbiguousAddressException>(() => Resolve("tiny"));

        Assert.All(outcomes, outcome => Assert.Contains($"{ShortId.Of(outcome.Run)} (tiny.{outcome.Replicate})", exception.Message, StringComparison.Ordinal));
        Assert.Equal(outcomes[1].Run, (await Resolve("tiny.1")).Run.Run);
    }

    [Theory]
    [InlineData("tinny", "did you mean 'tiny'?")]
    [InlineData("tiny.7", "`ledger ls` lists the runs")]
    [InlineData("xyz", "an id needs at least 4 characters")]
    [InlineData("tiny/9", "it has rounds 0 to 2")]
    [InlineData("tiny/1@9", "it has steps 0 to 8")]
    public async Task Resolve_Unknown_TellsWhatThereIs(string text, string advice)
    {
        await _bench.Run(TinyExperiment.Specification);

        var exception = await Assert.ThrowsAsync<NotFoundException>(() => Resolve(text));

        Assert.Contains(advice, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DigestOf_MaskOfTheDenseRound_IsNotFound()
    {
        await _bench.Run(TinyExperiment.Specification);

        var found = await Resolve("tiny/0");

        Assert.Throws<NotFoundException>(() => found.DigestOf(AddressPart.Mask));
    }

    [Fact]
    public async Task Resolve_RunOfAnotherFile_IsFoundThere()
    {
        using var other = new Bench();
        var run = (await other.Run(TinyExperiment.Specification)).Run;
        using var here = _bench.Open();
        using var others = new OtherLedgers();

        var found = await new AddressResolver(here, others).Resolve($"{other.LedgerPath}#tiny/1");

        Assert.Equal(run, found.Run.Run);
        Assert.Equal(other.LedgerPath, found.Store.Location);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<ResolvedAddress> Resolve(string text)
    {
        using var store = _bench.Open();
        using var others = new OtherLedgers();
        return await new AddressResolver(store, others).Resolve(text);
    }
}
