using Ledger.Application.Copying;
using Ledger.Application.Failures;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;

namespace Ledger.Application.Tests.Copying;

public sealed class CopyLedgerTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly Bench _copy = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Copy_IntoAnEmptyLedger_IsEqualInEveryEventBlobAndNote()
    {
        await _bench.Run(TinyExperiment.Specification, [0, 1]);
        var report = await Copy();

        using var from = _bench.Open();
        using var to = _copy.Open();
        Assert.Equal(await Leaves(from), await Leaves(to));
        Assert.Equal(await from.ListBlobs(Token).ToListAsync(Token), await to.ListBlobs(Token).ToListAsync(Token));
        Assert.Equal(await from.ListStates(Token).ToListAsync(Token), await to.ListStates(Token).ToListAsync(Token));
        Assert.Equal((await TreeFrontier.Read(from, report.Events, Token)).Root, report.Root);
        Assert.Equal(await from.LastPosition(Token), report.Copied);
        Assert.Empty((await _copy.Send(new VerifyLedger())).Findings);
    }

    [Fact]
    public async Task Copy_ASecondTime_ChangesNothing()
    {
        await _bench.Run(TinyExperiment.Specification);
        var first = await Copy();
        var second = await Copy();

        Assert.Equal((0L, 0L, first.Events, first.Root), (second.Copied, second.Blobs, second.Events, second.Root));
    }

    [Fact]
    public async Task Copy_OfALedgerThatGrew_AddsTheRest()
    {
        await _bench.Run(TinyExperiment.Specification);
        var first = await Copy();
        await _bench.Run(TinyExperiment.Specification, [1]);
        var second = await Copy();

        Assert.Equal(first.Events + second.Copied, second.Events);
        Assert.Empty((await _copy.Send(new VerifyLedger())).Findings);
    }

    [Fact]
    public async Task Copy_ThatWasInterrupted_GoesOn()
    {
        await _bench.Run(TinyExperiment.Specification);
        using (var from = _bench.Open())
        {
            await Assert.ThrowsAsync<StoreWriteException>(() => _copy.Send(new CopyLedger(from), around: static store => new CrashingStore(store, 12)));
        }

        var report = await Copy();

        Assert.InRange(report.Copied, 1, report.Events - 1);
        Assert.Empty((await _copy.Send(new VerifyLedger())).Findings);
    }

    [Fact]
    public async Task Copy_IntoAnotherHistory_NamesTheFirstPositionAndWritesNothing()
    {
        await _bench.Run(TinyExperiment.Specification);
        await _copy.Run(TinyExperiment.Specification);
        var before = await Read(_copy);

        var conflict = await Assert.ThrowsAsync<LedgerConflictException>(Copy);

        // Both declare the same experiment; who attempted it differs.
        Assert.Contains("at position 2", conflict.Message, StringComparison.Ordinal);
        Assert.Equal(before, await Read(_copy));
    }

    [Fact]
    public async Task Copy_IntoALongerHistory_SaysWhereTheSourceEnds()
    {
        await _bench.Run(TinyExperiment.Specification);
        var first = await Copy();
        await _copy.Run(TinyExperiment.Specification, [1]);

        var conflict = await Assert.ThrowsAsync<LedgerConflictException>(Copy);

        Assert.Contains($"at position {first.Events + 1}", conflict.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE events SET body = replace(body, '\"step\":3', '\"step\":4') WHERE alias = 'step_trained'")]
    [InlineData("UPDATE events SET hash = zeroblob(32) WHERE position = 9")]
    [InlineData("UPDATE events SET metadata = '{}' WHERE metadata IS NOT NULL")]
    [InlineData("DELETE FROM events WHERE position = 20")]
    [InlineData("UPDATE blobs SET content = zeroblob(8) WHERE kind = 'mask'")]
    public async Task Copy_OfAnAlteredLedger_Stops(string alteration)
    {
        await _bench.Run(TinyExperiment.Specification);
        Assert.NotEqual(0, _bench.Alter(alteration));

        await Assert.ThrowsAsync<CorruptLedgerException>(Copy);
    }

    public void Dispose()
    {
        _bench.Dispose();
        _copy.Dispose();
    }

    private async Task<CopyReport> Copy()
    {
        using var from = _bench.Open();
        return await _copy.Send(new CopyLedger(from));
    }

    private static async Task<List<string>> Read(Bench bench)
    {
        using var store = bench.Open();
        return await Leaves(store);
    }

    private static ValueTask<List<string>> Leaves(ILedgerStore store) =>
        store.ReadAll().Select(static stored => $"{stored.Position} {EventLeaf.Of(stored)}").ToListAsync(Token);
}
