using FsCheck;
using FsCheck.Fluent;
using Ledger.Events.Hashing;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Tests.Fixtures;

namespace Ledger.Store.Tests.Contract;

/// <summary>What every event store does. A store's suite says how to open two views of one ledger.</summary>
public abstract class EventStoreContract : LedgerStoreSuite
{
    private static readonly StreamName Stream = Samples.Stream("train", 1);

    [Fact]
    public async Task Append_NewStream_StoresEventsWithChainedHashes()
    {
        var events = Samples.Steps(1, 3);

        var result = await Store.Append(Stream, 0, events, Cancellation);

        Assert.Equal(new AppendResult.Appended(3, 0), result);
        var stored = await Store.ReadStream(Stream, cancellation: Cancellation).ToListAsync(Cancellation);
        var previous = default(Digest);
        for (var i = 0; i < events.Count; i++)
        {
            previous = EventHash.Compute(previous, Stream, i + 1, events[i].Alias, events[i].Body.Span);
            Assert.Equal((i + 1, Stream, i + 1, events[i].Alias, previous), (stored[i].Position, stored[i].Stream, stored[i].Version, stored[i].Alias, stored[i].Hash));
            Assert.Equal(events[i].Body.ToArray(), stored[i].Body.ToArray());
            Assert.Null(stored[i].Metadata);
        }
    }

    [Fact]
    public async Task Append_WithMetadata_StoresTheirBytes()
    {
        var added = Samples.AttemptStarted();

        await Store.Append(Stream, 0, [added], Cancellation);

        var stored = await Store.ReadEvent(Stream, 1, Cancellation);
        Assert.Equal(added.Metadata!.Value.ToArray(), stored!.Metadata!.Value.ToArray());
    }

    [Fact]
    public async Task Append_MetadataThatTheBodyDoesNotName_IsRefused()
    {
        var named = Samples.AttemptStarted();

        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(Stream, 0, [Samples.Step(1) with { Metadata = named.Metadata }], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(Stream, 0, [named with { Metadata = null }], Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.Append(Stream, 0, [named with { Metadata = "{}"u8.ToArray() }], Cancellation));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task Append_NoEventsOrNegativeVersion_IsRefused()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.Append(Stream, 0, [], Cancellation));
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Store.Append(Stream, -1, Samples.Steps(1, 1), Cancellation));
    }

    [Fact]
    public async Task Append_SameEventsAgain_ChangesNothing()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);

        Assert.Equal(new AppendResult.Appended(5, 5), await Store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation));
        Assert.Equal(new AppendResult.Appended(5, 2), await Store.Append(Stream, 1, Samples.Steps(2, 2), Cancellation));
        Assert.Equal(5, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task Append_OverlapWithNewRest_AppendsTheRest()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);

        var result = await Store.Append(Stream, 3, Samples.Steps(4, 6), Cancellation);

        Assert.Equal(new AppendResult.Appended(9, 2), result);
        var stored = await Store.ReadStream(Stream, cancellation: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Samples.Steps(1, 9).Select(static added => added.Body.ToArray()), stored.Select(static e => e.Body.ToArray()));
    }

    [Fact]
    public async Task Append_UnequalEvent_NamesTheFirstOneAndStoresNothing()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 5), Cancellation);
        var ours = Samples.Steps(3, 6).ToList();
        ours[1] = Samples.Step(4, loss: 9.5f);

        var result = await Store.Append(Stream, 2, ours, Cancellation);

        var conflict = Assert.IsType<AppendResult.Conflict>(result);
        var theirs = await Store.ReadEvent(Stream, 4, Cancellation);
        var before = await Store.ReadEvent(Stream, 3, Cancellation);
        Assert.Equal(4, conflict.Version);
        Assert.Equal(theirs!.Hash, conflict.Theirs);
        Assert.Equal(EventHash.Compute(before!.Hash, Stream, 4, ours[1].Alias, ours[1].Body.Span), conflict.Ours);
        Assert.Equal(5, await Store.LastPosition(Cancellation));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 3)]
    [InlineData(2, 100)]
    public async Task Append_AfterTheEnd_IsAConflictWhereTheStreamEnds(int there, int expected)
    {
        if (there > 0)
        {
            await Store.Append(Stream, 0, Samples.Steps(1, there), Cancellation);
        }

        var conflict = Assert.IsType<AppendResult.Conflict>(await Store.Append(Stream, expected, Samples.Steps(expected + 1, 1), Cancellation));

        Assert.Equal(there + 1, conflict.Version);
        Assert.Null(conflict.Theirs);
        Assert.Equal(there, await Store.VersionOf(Stream, Cancellation));
    }

    [Fact]
    public async Task Append_AliasOrStreamDiffers_HashesDiffer()
    {
        var other = Samples.Stream("train", 2);
        await Store.Append(Stream, 0, Samples.Steps(1, 1), Cancellation);
        await Store.Append(other, 0, Samples.Steps(1, 1), Cancellation);

        var result = await Store.Append(Stream, 0, [Samples.Step(1) with { Alias = "training_diverged" }], Cancellation);

        Assert.IsType<AppendResult.Conflict>(result);
        Assert.NotEqual((await Store.ReadEvent(Stream, 1, Cancellation))!.Hash, (await Store.ReadEvent(other, 1, Cancellation))!.Hash);
    }

    [Fact]
    public async Task Append_Cancelled_StoresNothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.Append(Stream, 0, Samples.Steps(1, 3), new CancellationToken(true)));

        Assert.Equal(0, await Store.VersionOf(Stream, Cancellation));
    }

    [Fact]
    public async Task Append_BigBatch_IsReadBackWhole()
    {
        var events = Samples.Steps(1, 20_000);

        await Store.Append(Stream, 0, events, Cancellation);

        var version = 0L;
        await foreach (var stored in Store.ReadStream(Stream, cancellation: Cancellation))
        {
            Assert.Equal(++version, stored.Version);
            Assert.True(stored.Body.Span.SequenceEqual(events[(int)version - 1].Body.Span));
        }

        Assert.Equal(20_000, version);
    }

    [Fact]
    public async Task Append_BigBodyWithEveryCharacter_KeepsItsBytes()
    {
        var body = Samples.BigBody();

        await Store.Append(Stream, 0, [new NewEvent("attempt_failed", body)], Cancellation);

        Assert.Equal(body, (await Store.ReadEvent(Stream, 1, Cancellation))!.Body.ToArray());
    }

    [Fact]
    public async Task Append_SeveralTasksToSeveralStreams_PositionsHaveNoGapsAndChainsAreWhole()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                var stream = Samples.Stream("train", writer);
                for (var version = 0; version < 200; version += 10)
                {
                    await (writer % 2 == 0 ? Store : Second).Append(stream, version, Samples.Steps(version + 1, 10), Cancellation);
                }
            },
            Cancellation)));

        var all = await Store.ReadAll(cancellation: Cancellation).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 1600).Select(static i => (long)i), all.Select(static stored => stored.Position));
        Assert.Empty(await Store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Append_TwoWritersRaceOnOneTrajectory_BothSucceedAndEachEventStandsOnce()
    {
        async Task Write(ILedgerStore store)
        {
            for (var version = 0; version < 300; version += 7)
            {
                Assert.IsType<AppendResult.Appended>(await store.Append(Stream, version, Samples.Steps(version + 1, 7), Cancellation));
            }
        }

        await Task.WhenAll(Task.Run(() => Write(Store), Cancellation), Task.Run(() => Write(Second), Cancellation));

        Assert.Equal(301, await Store.LastPosition(Cancellation));
        Assert.Empty(await Store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task ReadStream_FromVersion_BeginsThere()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 2500), Cancellation);

        Assert.Equal(2500 - 1199, await Store.ReadStream(Stream, 1200, Cancellation).CountAsync(Cancellation));
        Assert.Equal(1200, (await Store.ReadStream(Stream, 1200, Cancellation).FirstAsync(Cancellation)).Version);
        Assert.Empty(await Store.ReadStream(Stream, 2501, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Read_NothingThere_IsEmpty()
    {
        Assert.Empty(await Store.ReadStream(Stream, cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Empty(await Store.ReadAll(cancellation: Cancellation).ToListAsync(Cancellation));
        Assert.Null(await Store.ReadEvent(Stream, 1, Cancellation));
        Assert.Equal(0, await Store.VersionOf(Stream, Cancellation));
        Assert.Equal(0, await Store.LastPosition(Cancellation));
    }

    [Fact]
    public async Task ReadAll_AfterPositionExceptAlias_LeavesOutBoth()
    {
        var other = Samples.Stream("attempt", 1);
        await Store.Append(Stream, 0, Samples.Steps(1, 1500), Cancellation);
        await Store.Append(other, 0, [Samples.AttemptStarted()], Cancellation);
        await Store.Append(Stream, 1500, Samples.Steps(1501, 1500), Cancellation);
        await Store.Append(other, 1, [new NewEvent("attempt_interrupted", "{}"u8.ToArray())], Cancellation);

        Assert.Equal([1501L, 3002L], await Positions(0, "step_trained"));
        Assert.Equal([3002L], await Positions(1501, "step_trained"));
        Assert.Equal(3001, (await Positions(0, "attempt_started")).Count);
        Assert.Equal([3002L], await Positions(3001, null));

        ValueTask<List<long>> Positions(long after, string? except) =>
            Store.ReadAll(after, except, Cancellation).Select(static stored => stored.Position).ToListAsync(Cancellation);
    }

    [Fact]
    public async Task Subscribe_WhileOthersWrite_SeesEachEventOnceInOrder()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 100), Cancellation);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var seen = new List<long>();
        var reading = Task.Run(
            async () =>
            {
                await foreach (var stored in Second.Subscribe(50, enough.Token))
                {
                    seen.Add(stored.Position);
                    if (stored.Position == 1100)
                    {
                        return;
                    }
                }
            },
            Cancellation);

        for (var version = 100; version < 1100; version += 20)
        {
            await Store.Append(Stream, version, Samples.Steps(version + 1, 20), Cancellation);
        }

        await reading;
        Assert.Equal(Enumerable.Range(51, 1050).Select(static i => (long)i), seen);
    }

    [Fact]
    public async Task Subscribe_Cancelled_Ends()
    {
        using var stop = new CancellationTokenSource();
        await Store.Append(Stream, 0, Samples.Steps(1, 1), Cancellation);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var stored in Store.Subscribe(0, stop.Token))
            {
                await stop.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task ReadAll_Cancelled_Stops()
    {
        using var stop = new CancellationTokenSource();
        await Store.Append(Stream, 0, Samples.Steps(1, 10), Cancellation);
        var seen = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var stored in Store.ReadAll(cancellation: stop.Token))
            {
                seen++;
                await stop.CancelAsync();
            }
        });

        Assert.Equal(1, seen);
    }

    [Fact]
    public async Task ReadAll_WhileReadingAnotherAppends_BothGoOn()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 3000), Cancellation);
        var seen = 0;

        await foreach (var stored in Store.ReadAll(cancellation: Cancellation))
        {
            if (++seen == 10)
            {
                await Store.Append(Stream, 3000, Samples.Steps(3001, 5), Cancellation);
            }
        }

        Assert.InRange(seen, 3000, 3005);
    }

    [Fact]
    public async Task StreamsStartingWith_Beginning_AreListedInOrdinalOrder()
    {
        foreach (var name in new[] { "train-b", "train-a", "train-a.2", "state-x", "trai", "trainz", "Train-a" })
        {
            await Store.Append(new StreamName(name), 0, Samples.Steps(1, 1), Cancellation);
        }

        Assert.Equal(["train-a", "train-a.2", "train-b"], await Names("train-"));
        Assert.Equal(["Train-a", "state-x", "trai", "train-a", "train-a.2", "train-b", "trainz"], await Names(string.Empty));
        Assert.Empty(await Names("zebra"));

        ValueTask<List<string>> Names(string beginning) =>
            Store.StreamsStartingWith(beginning, Cancellation).Select(static stream => stream.Value).ToListAsync(Cancellation);
    }

    [Fact]
    public async Task StreamsStartingWith_ManyStreams_AreAllListed()
    {
        for (var i = 0; i < 1100; i++)
        {
            await Store.Append(new StreamName($"s-{i:d5}"), 0, Samples.Steps(1, 1), Cancellation);
        }

        Assert.Equal(1100, await Store.StreamsStartingWith("s-", Cancellation).CountAsync(Cancellation));
    }

    [Fact]
    public async Task Reopened_AfterDispose_HasEverything()
    {
        await Store.Append(Stream, 0, Samples.Steps(1, 10), Cancellation);

        Reopen();

        Assert.Equal(10, await Store.VersionOf(Stream, Cancellation));
        Assert.Equal(new AppendResult.Appended(12, 0), await Store.Append(Stream, 10, Samples.Steps(11, 2), Cancellation));
    }

    // Two kinds of events and short streams make overlaps, conflicts and gaps about equally likely.
    [Fact]
    public async Task Append_AnySequence_AnswersAsTheModel()
    {
        var number = 0;
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60), Prop.ForAll<(byte Expected, bool[] Events)[]>(sequence =>
        {
            var (stream, model) = (Samples.Stream("model", number++), new AppendModel());
            foreach (var (expected, events) in sequence ?? [])
            {
                var (after, numbers) = (expected % 6, (events ?? []).Take(4).Append(true).Select(static odd => odd ? 1 : 0).ToList());
                var added = numbers.Select((kind, i) => AppendModel.Event(after + i + 1, kind)).ToList();
                Assert.Equal(model.Append(after, numbers), AppendModel.Words(Store.Append(stream, after, added, Cancellation).GetAwaiter().GetResult()));
            }

            var stored = Store.ReadStream(stream, cancellation: Cancellation).ToBlockingEnumerable(Cancellation);
            Assert.Equal(model.Stored.Select(static (kind, i) => AppendModel.Event(i + 1, kind).Body.ToArray()), stored.Select(static e => e.Body.ToArray()));
        }));

        Assert.Empty(await Store.Verify(cancellation: Cancellation).ToListAsync(Cancellation));
    }
}
