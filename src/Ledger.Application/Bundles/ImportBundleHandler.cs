using Ledger.Application.History;
using Ledger.Application.Projections;
using Ledger.Application.Verification;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Store.Contract;
using Ledger.Tickets.Derivations;
using MediatR;

namespace Ledger.Application.Bundles;

/// <summary>Handles <see cref="ImportBundle"/>: verifies, then takes in masks, histories and, if they are trusted, states.</summary>
public sealed class ImportBundleHandler(ILedgerStore store, DerivationLog log, ProjectionRunner projections) : IRequestHandler<ImportBundle, ImportReport>
{
    /// <inheritdoc/>
    public async Task<ImportReport> Handle(ImportBundle request, CancellationToken cancellationToken)
    {
        var source = request.Bundle;
        var bundle = await Verified(request, cancellationToken);
        var histories = new HistoryImport(store, log, bundle.Manifest.Digest(), request.Trust);
        var import = new BundleImport(source, store, log, histories);
        await import.RequireAgreement(cancellationToken);
        var before = new HashSet<Digest>();
        foreach (var run in bundle.Manifest.Runs)
        {
            if (await RunLog.Latest(store, run.Run, cancellationToken) is not null)
            {
                before.Add(run.Run);
            }
        }

        var masks = await Copy(source, BlobKind.Mask, cancellationToken);
        await import.Take(cancellationToken);
        var states = request.Trust ? await CopyStates(source, import, cancellationToken) : 0;
        await projections.Fold<RunBook>(cancellationToken);
        return new ImportReport(
            source.Location,
            bundle.Manifest,
            request.Trust,
            await Runs(import, request, bundle.Manifest, before, histories.Contradictions, cancellationToken),
            histories.Events,
            histories.Histories,
            histories.Equal,
            masks,
            states,
            histories.Contradictions);
    }

    private static async Task<Bundle> Verified(ImportBundle request, CancellationToken cancellation)
    {
        var source = request.Bundle;
        var bundle = Bundle.Of(source) ?? throw new CorruptLedgerException($"{source.Location} is a ledger and no bundle: `ledger export --store '{source.Location}'` makes one of its runs");
        var report = await new VerifyLedgerHandler(source).Handle(new VerifyLedger(request.Progress, Key: request.Key), cancellation);
        return report.Findings.FirstOrDefault(static finding => finding.IsAlteration) is { } finding
            ? throw new CorruptLedgerException($"{finding.Message}; nothing was imported, `ledger verify --store '{source.Location}'` lists all that is wrong")
            : bundle;
    }

    private async Task<int> Copy(ILedgerStore source, BlobKind kind, CancellationToken cancellation)
    {
        var copied = 0;
        await foreach (var blob in source.ListBlobs(cancellation))
        {
            if (blob.Kind == kind && !await store.Has(blob.Digest, cancellation) && await source.OpenBlob(blob.Digest, cancellation) is { } content)
            {
                await using (content)
                {
                    await store.Put(kind, blob.Digest, content, cancellation);
                }

                copied++;
            }
        }

        return copied;
    }

    private async Task<int> CopyStates(ILedgerStore source, BundleImport import, CancellationToken cancellation)
    {
        var copied = await Copy(source, BlobKind.State, cancellation);
        await foreach (var cached in source.ListStates(cancellation))
        {
            if (await source.First<TrainingStarted>(cached.Trajectory, cancellation) is { } started)
            {
                var key = started.Derivation.Key;
                await store.Note(StreamNames.Of(Kinds.Train, key, import.Numbers[(Kinds.Train, key, cached.Trajectory.Number)]), cached.Step, cached.State, cancellation);
            }
        }

        return copied;
    }

    private async Task<IReadOnlyList<ImportedRun>> Runs(BundleImport import, ImportBundle request, BundleManifest manifest, HashSet<Digest> before, IReadOnlyList<ImportContradiction> contradictions, CancellationToken cancellation)
    {
        var contradicted = contradictions.Select(static contradiction => contradiction.Key).ToHashSet();
        var runs = new List<ImportedRun>();
        foreach (var run in manifest.Runs)
        {
            var key = new DerivationKey(run.Run);
            var stream = (await RunLog.Latest(request.Bundle, run.Run, cancellation))!.Value;
            var used = (await request.Bundle.All(stream, cancellation)).OfType<DerivationUsed>().Select(static use => use.Key);
            var isUnconfirmed = (await log.StandingOf(key, cancellation)).IsUnconfirmed(import.Numbers[(RunLog.Kind, key, stream.Number)]);
            runs.Add(new ImportedRun(run.Run, run.Name, run.Replicate, before.Contains(run.Run), used.Append(key).Any(contradicted.Contains), isUnconfirmed));
        }

        return runs;
    }
}
