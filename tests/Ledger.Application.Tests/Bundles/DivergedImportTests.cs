using Ledger.Application.Bundles;
using Ledger.Application.History;
using Ledger.Application.Queries;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Verification;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Tests.Bundles;

/// <summary>Where a training ends is believed no more than its steps.</summary>
public sealed class DivergedImportTests : IDisposable
{
    private static readonly ExperimentSpecification Diverging = TinyExperiment.Specification.With(rate: 1e28m);

    private readonly Bench _here = new();
    private readonly Bench _there = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Run_OfAnImportedDivergence_DivergesAndConfirmsIt()
    {
        var wanted = await _there.Run(Diverging);
        await _there.Send(new ExportRuns([], _there.LedgerPath + ".bundle"));
        using (var bundle = SqliteLedgerStore.Open(_there.LedgerPath + ".bundle", OpenMode.ReadOnly))
        {
            await _here.Send(new ImportBundle(bundle));
        }

        Assert.Equal(wanted.Failure, (await _here.Run(Diverging)).Failure);
        Assert.False(Assert.Single(await _here.Send(new ListRuns())).IsUnconfirmed);
        Assert.Contains(await Events(), static recorded => recorded is HistoryConfirmed { Kind: Kinds.Train, Step: > 0 });
        Assert.Equal(await _there.History(), await _here.History());
    }

    [Fact]
    public async Task Run_AfterAnImportThatEndsTooEarly_GoesOnAndRefutesIt()
    {
        var wanted = await _there.Run(TinyExperiment.Specification);
        await Plant(static events => [.. events.Take(3), EventCatalogue.ToNew(new TrainingDiverged(3))]);

        Assert.Equal(wanted.Result, (await _here.Run(TinyExperiment.Specification)).Result);
        Assert.Contains(await Events(), static recorded => recorded is DerivationRefuted { Kind: Kinds.Train, Step: 3, Attempt: 1 });
        Assert.Empty((await _here.Send(new VerifyLedger())).Findings);
    }

    [Fact]
    public async Task Run_AfterAnImportThatHidesADivergence_DivergesAndRefutesIt()
    {
        var wanted = await _there.Run(Diverging);
        var end = 0;
        await Plant(events =>
        {
            end = events.Count - 1;
            return [.. events.Take(end), EventCatalogue.ToNew(new StepTrained(end, 1f, 0, new Hex128(1, 2)))];
        });

        Assert.Equal(wanted.Failure, (await _here.Run(Diverging)).Failure);
        Assert.Contains(await Events(), recorded => recorded is DerivationRefuted { Kind: Kinds.Train, Attempt: 1 } refuted && refuted.Step == end);
    }

    public void Dispose()
    {
        _here.Dispose();
        _there.Dispose();
    }

    /// <summary>Puts the dense training of the one ledger, changed, into the other, as an import.</summary>
    private async Task Plant(Func<List<NewEvent>, IReadOnlyList<NewEvent>> change)
    {
        using var from = _there.Open();
        using var to = _here.Open();
        await foreach (var stream in from.StreamsStartingWith("train-", Token))
        {
            var derivation = (await from.First<TrainingStarted>(stream, Token))!.Derivation;
            if (Train.Of(derivation).Mask is null)
            {
                var events = await from.ReadStream(stream, 1, Token).Select(static stored => new NewEvent(stored.Alias, stored.Body)).ToListAsync(Token);
                await to.Append(StreamNames.Audit(derivation.Key), 0, [EventCatalogue.ToNew(new HistoryImported(Kinds.Train, derivation.Key, 1, Digest.Of([]), Trusted: false))], Token);
                await to.Append(stream, 0, change(events), Token);
            }
        }
    }

    private async Task<List<ILedgerEvent>> Events()
    {
        using var store = _here.Open();
        return await store.ReadAll().Select(EventCatalogue.Read).ToListAsync(Token);
    }
}
