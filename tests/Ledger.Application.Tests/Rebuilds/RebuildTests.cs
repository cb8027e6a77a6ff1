using Ledger.Application.Rebuilds;
using Ledger.Application.Storage;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Training.Networks;

namespace Ledger.Application.Tests.Rebuilds;

public sealed class RebuildTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Rebuild_OfAStoredTicket_CostsNothing()
    {
        var (target, _) = await LastTicket();
        var plan = await _bench.Send(new PlanRebuild(target));

        Assert.Empty(plan);
        Assert.Equal(target.File, Digest.Of(await _bench.Send(new Rebuild(target, plan))));
    }

    [Fact]
    public async Task Rebuild_AfterAllStatesWereDropped_HasTheRecordedDigest()
    {
        var (target, _) = await LastTicket();
        await _bench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));
        var plan = await _bench.Send(new PlanRebuild(target));

        // The masks are there: initial weights, four steps to the rewind point, rewind.
        Assert.Equal(4, plan.Sum(static planned => planned.Steps));
        Assert.Equal(3, plan.Count);
        Assert.Equal(target.File, Digest.Of(await _bench.Send(new Rebuild(target, plan))));
    }

    [Fact]
    public async Task Rebuild_WithEverythingButEventsDropped_TrainsItAllAgain()
    {
        var (target, _) = await LastTicket();
        _bench.Alter("DELETE FROM blobs");
        var plan = await _bench.Send(new PlanRebuild(target));

        // Round 0 to its end for the first mask, round 1 to its end for the second.
        Assert.Equal(12 + 8, plan.Sum(static planned => planned.Steps));
        Assert.Equal(target.File, Digest.Of(await _bench.Send(new Rebuild(target, plan))));
    }

    [Fact]
    public async Task CollectGarbage_KeepsRewindPointsMasksAndTheLastEnd()
    {
        var (_, marked) = await LastTicket();
        var planned = await _bench.Send(new CollectGarbage(AllStates: false, PlanOnly: true));
        var report = await _bench.Send(new CollectGarbage(AllStates: false, PlanOnly: false));

        // Initial, rewind point, three ends, two rewound states: the rewind point and the last end stay.
        Assert.Equal((5, 2, 2), (report.Dropped, report.KeptStates, report.Masks));
        Assert.Equal(planned, report);
        using var store = _bench.Open();
        Assert.True(await store.Has(marked, TestContext.Current.CancellationToken));
        Assert.Equal(0, (await _bench.Run(TinyExperiment.Specification)).Computed);
    }

    public void Dispose() => _bench.Dispose();

    private async Task<(RebuildTarget Target, Digest RewindPoint)> LastTicket()
    {
        await _bench.Run(TinyExperiment.Specification);
        using var store = _bench.Open();
        var events = await store.ReadAll().Select(EventCatalogue.Read).ToListAsync(TestContext.Current.CancellationToken);
        var ticket = events.OfType<TicketDrawn>().Last();
        var network = NetworkCatalogue.Find(TinyExperiment.Specification.Network)!;
        return (new RebuildTarget(RebuiltKind.Ticket, network, ticket.Ticket, ticket.State, ticket.Mask, TinyExperiment.Specification.Data), events.OfType<RewindPointMarked>().Single().State);
    }
}
