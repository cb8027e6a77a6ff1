using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Events.Hashing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;
using Ledger.Store.Sqlite;
using MediatR;

namespace Ledger.Application.Bundles;

/// <summary>Handles <see cref="ExportRuns"/>: writes a ledger file beside the target, completes it with its parts, and only then gives it its name.</summary>
public sealed class ExportRunsHandler(ILedgerStore store, AddressResolver resolver, ProjectionRunner projections) : IRequestHandler<ExportRuns, ExportReport>
{
    /// <inheritdoc/>
    public async Task<ExportReport> Handle(ExportRuns request, CancellationToken cancellationToken)
    {
        var path = Path.GetFullPath(request.Path);
        if (File.Exists(path) && !request.Overwrite)
        {
            throw new LedgerConflictException($"{path} is there already: name another file, or replace it with --force");
        }

        var book = await projections.Fold<RunBook>(cancellationToken);
        var runs = await Chosen(request.Runs, book, cancellationToken);
        var partial = $"{path}.{Guid.NewGuid():n}.partial";
        try
        {
            var manifest = await Write(partial, request, book, runs, cancellationToken);
            File.Move(partial, path, request.Overwrite);
            return new ExportReport(path, new FileInfo(path).Length, manifest);
        }
        finally
        {
            File.Delete(partial);
            File.Delete($"{partial}-wal");
            File.Delete($"{partial}-shm");
        }
    }

    private async Task<IReadOnlySet<Digest>> Chosen(IReadOnlyList<string> texts, RunBook book, CancellationToken cancellation)
    {
        if (texts.Count == 0)
        {
            var all = book.Runs.Where(static run => run.Experiment is not null).Select(static run => run.Run!.Value).ToHashSet();
            return all.Count > 0 ? all : throw new NotFoundException($"{store.Location} has no runs to export");
        }

        var found = await resolver.ResolveRounds(texts, cancellation);
        return found.FirstOrDefault(static resolved => resolved.Address is not { File: null, Round: null }) is { } part
            ? throw new NotFoundException($"{part.Address}: an export takes whole runs of one ledger; name a run, and its ledger with --store")
            : found.Select(static resolved => resolved.Run.Run).ToHashSet();
    }

    private async Task<BundleManifest> Write(string path, ExportRuns request, RunBook book, IReadOnlySet<Digest> runs, CancellationToken cancellation)
    {
        var size = await store.LastPosition(cancellation);
        var selection = await BundleSelection.Of(store, runs, cancellation);
        BundleWriter writer;
        using (var bundle = SqliteLedgerStore.Open(path, OpenMode.Create))
        {
            writer = new BundleWriter(store, bundle, selection, request.WithStates);
            await writer.Write(size, cancellation);
        }

        var seal = await CoveringSeal.Find(store, writer.Positions[^1].Last, cancellation);
        var begun = book.Runs.Where(static run => run.Experiment is not null).ToArray();
        var manifest = new BundleManifest(
            BundleManifest.Form,
            ProductVersion.Current,
            [.. begun.Where(run => runs.Contains(run.Run!.Value)).Select(static run => new BundledRun(run.Run!.Value, run.Name, run.Experiment!.Value, run.Replicate!.Value, run.Result))],
            writer.Contents,
            new BundleSource(size, await new MerkleTree(store).Root(size, cancellation)),
            writer.Positions,
            Count(begun, runs),
            await new BundleDataReader(store).Read(selection.Streams, cancellation),
            seal?.Key.Fingerprint);
        SqliteBundle.Complete(path, await Parts(manifest, seal, cancellation));
        return manifest;
    }

    private async Task<Dictionary<string, byte[]>> Parts(BundleManifest manifest, Events.Seals.Seal? seal, CancellationToken cancellation)
    {
        var parts = new Dictionary<string, byte[]> { [BundleParts.Manifest] = manifest.ToBytes() };
        if (seal is not null)
        {
            var coverage = await new MerkleTree(store).CoverageProof(manifest.Leaves(), seal.Checkpoint.Size, cancellation);
            parts.Add(BundleParts.Seal, Events.Canonical.CanonicalJson.Serialize(Events.Proofs.SealText.Of(seal)));
            parts.Add(BundleParts.Coverage, Events.Canonical.CanonicalJson.Serialize(coverage));
        }

        return parts;
    }

    private static StartedRuns Count(BookedRun[] started, IReadOnlySet<Digest> runs)
    {
        return new StartedRuns(
            started.Length,
            started.Count(run => !runs.Contains(run.Run!.Value)),
            [
                .. started.GroupBy(static run => run.Experiment!.Value)
                    .Where(experiment => experiment.Any(run => runs.Contains(run.Run!.Value)))
                    .Select(experiment => new StartedReplicates(experiment.Key, experiment.Count(), experiment.Count(run => !runs.Contains(run.Run!.Value)))),
            ]);
    }
}
