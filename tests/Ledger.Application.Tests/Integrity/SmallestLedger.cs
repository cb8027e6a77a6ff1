using Ledger.Application.Composition;
using Ledger.Application.Data;
using Ledger.Application.Experiments;
using Ledger.Application.Projections;
using Ledger.Application.Tests.Scenarios;
using Ledger.Application.Training;
using Ledger.Application.Verification;
using Ledger.Events.Merkle;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;
using Ledger.Store.Contract;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Ledger.Application.Tests.Integrity;

/// <summary>A pruned network of 23 parameters after three steps, and just enough short events to make an entry of the tree.</summary>
internal static class SmallestLedger
{
    private static readonly ExperimentSpecification Specification = TinyExperiment.Specification.With(rounds: 1, steps: 3, rewind: 1) with
    {
        Data = new DataSpecification("synthetic", 8, new SyntheticSpecification(4, 3, 32, 8, 8, 7)),
        Network = "mlp:4-2-3",
    };

    /// <summary>Runs the experiment, keeps the read model and a note that all was verified, and leaves a lease.</summary>
    public static async Task Write(ILedgerStore store, CancellationToken cancellation)
    {
        await using var services = LedgerServices.Build(store, new CpuDevices(1), new DataShelf(static _ => null), TimeProvider.System);
        await services.GetRequiredService<IMediator>().Send(new RunExperiment(TinyExperiment.Of(Specification), [0], Jobs: 1), cancellation);
        await Fill(store, cancellation);
        var projections = new ProjectionRunner(store);
        await projections.Keep(await projections.FoldAnew<RunBook>(cancellation: cancellation), cancellation);
        var events = await store.LastPosition(cancellation);
        await LastVerification.Keep(store, new VerifiedExtent(events, await new MerkleTree(store).Root(events, cancellation)), cancellation);
        await store.Take(new StreamName("run-another"), "another.0", "somebody", TimeSpan.FromHours(1), cancellation);
    }

    private static async Task Fill(ILedgerStore store, CancellationToken cancellation)
    {
        var missing = TreeFrontier.TileWidth - (int)await store.LastPosition(cancellation);
        var failures = Enumerable.Repeat(EventCatalogue.ToNew(new AttemptFailed(string.Empty)), missing);
        await store.Append(new StreamName("attempt-1"), 0, [.. failures], cancellation);
    }
}
