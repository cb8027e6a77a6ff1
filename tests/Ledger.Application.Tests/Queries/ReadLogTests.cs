using Ledger.Application.Addresses;
using Ledger.Application.Queries;
using Ledger.Application.Tests.Scenarios;
using Ledger.Events.Streams;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Queries;

public sealed class ReadLogTests : IDisposable
{
    private readonly Bench _bench = new();

    [Fact]
    public async Task Handle_WholeRun_ShowsEveryEventOfALedgerThatHasNothingElse()
    {
        await _bench.Run(TinyExperiment.Specification);
        using var store = _bench.Open();

        var shown = await (await Read(store, new ReadLog("tiny", Steps: StepRange.All))).Select(static stored => stored.Position).ToListAsync();

        Assert.Equal(await store.ReadAll().Select(static stored => stored.Position).ToListAsync(), shown);
    }

    [Fact]
    public async Task Handle_Following_ShowsWhatIsRecordedLaterAndNoOtherRun()
    {
        await Assert.ThrowsAsync<StoreWriteException>(() => _bench.Run(TinyExperiment.Specification, around: static store => new CrashingStore(store, 16)));
        using var store = _bench.Open();
        var before = await store.LastPosition();
        var events = await Read(store, new ReadLog("tiny.0", Steps: StepRange.All, IsFollowing: true));

        await _bench.Run(TinyExperiment.Specification.With(rate: 0.01m));
        var other = await store.LastPosition();
        await _bench.Run(TinyExperiment.Specification);
        var later = await events.Where(stored => stored.Position > before).TakeUntil(static stored => stored.Alias == "run_completed").ToListAsync();

        Assert.All(later, stored => Assert.True(stored.Position > other, $"{stored.Stream} {stored.Alias} is of the other run"));
        Assert.Superset(new HashSet<string> { "attempt_started", "training_started", "step_trained", "state_captured", "mask_drawn", "weights_rewound", "ticket_evaluated" }, later.Select(static stored => stored.Alias).ToHashSet());
    }

    public void Dispose() => _bench.Dispose();

    private static Task<IAsyncEnumerable<StoredEvent>> Read(ILedgerStore store, ReadLog query) =>
        new ReadLogHandler(new AddressResolver(store, new OtherLedgers())).Handle(query, CancellationToken.None);
}

/// <summary>The rest of what a sequence needs here.</summary>
internal static class AsyncSequences
{
    /// <summary>All items up to the first that fits, that one included.</summary>
    public static async IAsyncEnumerable<T> TakeUntil<T>(this IAsyncEnumerable<T> items, Func<T, bool> isLast)
    {
        await foreach (var item in items)
        {
            yield return item;
            if (isLast(item))
            {
                yield break;
            }
        }
    }
}
