using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>What every lease store does. A lease of no duration has expired when it is taken, so no test waits.</summary>
public abstract class LeaseStoreContract : LedgerStoreSuite
{
    private static readonly StreamName Work = Samples.Stream("run", 1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private ILeaseStore Leases => Store;

    [Fact]
    public async Task Offer_Work_WaitsUntilItIsTaken()
    {
        await Leases.Offer(Work, "quick.1", Cancellation);
        await Leases.Offer(Work, "another label", Cancellation);

        Assert.Equal([new Lease(Work, "quick.1", null, null, false)], await Leases.ListLeases(Cancellation));
        Assert.True(await Leases.Take(Work, "quick.1", "a", Hour, Cancellation));
    }

    [Fact]
    public async Task Take_Held_IsRefusedToOthersOnly()
    {
        Assert.True(await Leases.Take(Work, "quick.1", "a", Hour, Cancellation));

        Assert.False(await Second.Take(Work, "quick.1", "b", Hour, Cancellation));
        Assert.True(await Leases.Take(Work, "quick.1", "a", Hour, Cancellation));
        Assert.Equal(("a", false), await Holder());
    }

    [Fact]
    public async Task Take_Expired_GoesToTheNext()
    {
        await Leases.Take(Work, "quick.1", "a", TimeSpan.Zero, Cancellation);
        Assert.Equal(("a", true), await Holder());

        Assert.True(await Second.Take(Work, "quick.1", "b", Hour, Cancellation));

        Assert.Equal(("b", false), await Holder());
        Assert.False(await Leases.Renew(Work, "a", Hour, Cancellation));
    }

    [Fact]
    public async Task Take_ByManyAtOnce_OneGetsIt()
    {
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => (i % 2 == 0 ? Store : Second).Take(Work, "quick.1", $"holder {i}", Hour, Cancellation), Cancellation)));

        Assert.Single(taken, true);
    }

    [Fact]
    public async Task Renew_OwnEvenIfExpired_ExtendsFromNow()
    {
        await Leases.Take(Work, "quick.1", "a", TimeSpan.Zero, Cancellation);

        Assert.True(await Leases.Renew(Work, "a", Hour, Cancellation));

        Assert.Equal(("a", false), await Holder());
        Assert.InRange((await Leases.ListLeases(Cancellation))[0].Expires!.Value - DateTimeOffset.UtcNow, Hour - TimeSpan.FromMinutes(5), Hour + TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Renew_Absent_IsFalse() => Assert.False(await Leases.Renew(Work, "a", Hour, Cancellation));

    [Fact]
    public async Task Release_OwnOnly_WaitsAgain()
    {
        await Leases.Take(Work, "quick.1", "a", Hour, Cancellation);

        await Leases.Release(Work, "b", Cancellation);
        Assert.Equal(("a", false), await Holder());
        await Leases.Release(Work, "a", Cancellation);

        Assert.Equal((null, false), await Holder());
        Assert.True(await Leases.Take(Work, "quick.1", "b", Hour, Cancellation));
    }

    [Fact]
    public async Task Forget_Work_IsGone()
    {
        await Leases.Take(Work, "quick.1", "a", Hour, Cancellation);

        await Leases.Forget(Work, Cancellation);
        await Leases.Forget(Work, Cancellation);

        Assert.Empty(await Leases.ListLeases(Cancellation));
    }

    [Fact]
    public async Task List_SeveralWorks_IsInOrdinalOrderAndSurvivesReopening()
    {
        foreach (var name in new[] { "run-b", "run-a.2", "Run-a", "run-a" })
        {
            await Leases.Offer(new StreamName(name), name, Cancellation);
        }

        Reopen();

        Assert.Equal(["Run-a", "run-a", "run-a.2", "run-b"], (await Leases.ListLeases(Cancellation)).Select(static lease => lease.Work.Value));
    }

    private async Task<(string? Holder, bool IsExpired)> Holder() => (await Leases.ListLeases(Cancellation)) is [var lease] ? (lease.Holder, lease.IsExpired) : ("nobody or several", false);
}
