using Ledger.Application.Copying;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;

namespace Ledger.Application.Tests.Projections;

/// <summary>When read models are kept, when kept ones are used, and what shows one that was altered.</summary>
public sealed class ProjectionRunnerTests : IDisposable
{
    private const int EventsOfRun = 3;
    private const int Runs = (ProjectionRunner.KeptEvery / EventsOfRun) + 1;

    private readonly Bench _bench = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fold_EnoughEvents_IsKept()
    {
        using var store = await Recorded(Runs);
        await Fold(store);

        Assert.Equal(Runs * EventsOfRun, (await store.Models.Load(RunBook.Name, Cancellation))?.Position);
    }

    [Fact]
    public async Task Fold_FewEvents_IsNotKept()
    {
        using var store = await Recorded(Runs - 1);
        await Fold(store);

        Assert.Null(await store.Models.Load(RunBook.Name, Cancellation));
    }

    [Fact]
    public async Task Fold_OpenedToBeRead_AnswersAndIsNotKept()
    {
        (await Recorded(Runs)).Dispose();
        using var store = SqliteLedgerStore.Open(_bench.LedgerPath, OpenMode.ReadOnly);

        Assert.Equal(Runs, (await Fold(store)).Runs.Count());
        Assert.Null(await store.Models.Load(RunBook.Name, Cancellation));
    }

    [Fact]
    public async Task Fold_EventsAfterTheKeptModel_AreAdded()
    {
        using var store = await Recorded(Runs);
        await Fold(store);
        await Record(store, Runs, 2);

        Assert.Equal((Runs + 2, (Runs + 2L) * EventsOfRun), ((await Fold(store)).Runs.Count(), (await Fold(store)).Position));
        Assert.Equal(Runs * EventsOfRun, (await store.Models.Load(RunBook.Name, Cancellation))!.Position);
    }

    [Theory]
    [InlineData("form = form + 1")]
    [InlineData("content = x'7b7d'")]
    [InlineData("content = x''")]
    [InlineData("position = 1000000")]
    [InlineData("position = -1")]
    public async Task Fold_KeptModelCannotBeUsed_StartsAnew(string change)
    {
        using (var store = await Recorded(Runs))
        {
            await Fold(store);
        }

        Assert.Equal(1, _bench.Alter($"UPDATE read_models SET {change}"));

        using var altered = _bench.Open();
        Assert.Equal(Enumerable.Repeat(1, Runs), (await Fold(altered)).Runs.Select(static run => run.RoundsDone));
    }

    [Theory]
    [InlineData("content = CAST(replace(CAST(content AS TEXT), '\"replicate\":7,', '\"replicate\":8,') AS BLOB)")]
    [InlineData("content = x'7b7d'")]
    [InlineData("position = position - 1")]
    [InlineData("position = 1000000")]
    public async Task Verify_KeptModelAltered_NamesItUntilItIsRefreshed(string change)
    {
        (await Recorded(Runs)).Dispose();
        var refreshed = Assert.Single((await _bench.Send(new RefreshModels(), cancellation: Cancellation)).Models);
        Assert.Empty((await _bench.Send(new VerifyLedger(), cancellation: Cancellation)).Findings);

        Assert.Equal(1, _bench.Alter($"UPDATE read_models SET {change}"));

        var finding = Assert.Single((await _bench.Send(new VerifyLedger(), cancellation: Cancellation)).Findings);
        Assert.Equal((IntegrityKind.ModelAltered, true), (finding.Kind, finding.IsAlteration));
        Assert.Contains(RunBook.Name, finding.Message, StringComparison.Ordinal);
        Assert.Equal(refreshed with { Milliseconds = 0 }, Assert.Single((await _bench.Send(new RefreshModels(), cancellation: Cancellation)).Models) with { Milliseconds = 0 });
        Assert.Empty((await _bench.Send(new VerifyLedger(), cancellation: Cancellation)).Findings);
    }

    [Fact]
    public async Task Copy_OfALedgerWithKeptModels_HasNone()
    {
        using var store = await Recorded(Runs);
        await Fold(store);
        using var copy = new Bench();

        await copy.Send(new CopyLedger(store), cancellation: Cancellation);

        using var copied = copy.Open();
        Assert.Equal(await store.LastPosition(Cancellation), await copied.LastPosition(Cancellation));
        Assert.Null(await copied.Models.Load(RunBook.Name, Cancellation));
    }

    /// <inheritdoc/>
    public void Dispose() => _bench.Dispose();

    private static Task<RunBook> Fold(ILedgerStore store) => new ProjectionRunner(store).Fold<RunBook>(Cancellation);

    private async Task<ILedgerStore> Recorded(int runs)
    {
        var store = _bench.Open();
        await Record(store, 0, runs);
        return store;
    }

    private static async Task Record(ILedgerStore store, int first, int runs)
    {
        foreach (var replicate in Enumerable.Range(first, runs))
        {
            var (experiment, name) = (HandMadeLedger.Experiment, HandMadeLedger.Named($"{replicate}"));
            ILedgerEvent[] events = [new RunStarted(experiment, replicate, 1), new TicketDrawn(0, null, name, name, 8, 8), new RunCompleted(name)];
            await store.Append(StreamNames.Run(RunIdentity.Run(experiment, replicate)), 0, [.. events.Select(static recorded => EventCatalogue.ToNew(recorded))], Cancellation);
        }
    }
}
