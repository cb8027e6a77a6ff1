using Ledger.Application.Bundles;
using Ledger.Application.Projections;
using Ledger.Application.Sealing;
using Ledger.Events.Merkle;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Verification;

/// <summary>Checks that a ledger is as it was written.</summary>
/// <param name="Progress">Told the share done.</param>
/// <param name="Jobs">How many ranges of events are checked at the same time; null for one a processor, at most four.</param>
/// <param name="Kept">A seal kept elsewhere, whose events must all be here; or null.</param>
/// <param name="Key">Of a bundle: the key that must have sealed it; or null.</param>
public sealed record VerifyLedger(IProgress<double>? Progress = null, int? Jobs = null, KeptSeal? Kept = null, TrustedKey? Key = null) : IRequest<VerificationReport>;

/// <summary>Handles <see cref="VerifyLedger"/>.</summary>
public sealed class VerifyLedgerHandler(ILedgerStore store) : IRequestHandler<VerifyLedger, VerificationReport>
{
    /// <inheritdoc/>
    public async Task<VerificationReport> Handle(VerifyLedger request, CancellationToken cancellationToken)
    {
        var findings = new List<IntegrityFinding>();
        var size = await store.LastPosition(cancellationToken);
        await foreach (var finding in store.Verify(request.Progress, request.Jobs, cancellationToken))
        {
            findings.Add(finding);
        }

        var kept = request.Kept is { } seal ? await new KeptSealCheck(store).Check(seal, cancellationToken) : null;
        if (kept?.Finding is { } broken)
        {
            findings.Add(broken);
        }

        var bundle = await CheckBundle(request.Key, findings, cancellationToken);
        await CheckModels(findings, cancellationToken);
        var sizes = await store.Measure(cancellationToken);
        return new VerificationReport(store.Location, sizes.Events, sizes.Masks, sizes.States, findings, kept, await Extent(size, findings, cancellationToken), bundle?.Manifest);
    }

    /// <summary>Compares what is kept beside the events with what they make, once they can be trusted.</summary>
    private async Task CheckModels(List<IntegrityFinding> findings, CancellationToken cancellation)
    {
        if (findings.Exists(static finding => finding.IsAlteration))
        {
            return;
        }

        if (await new KeptModelCheck(store).Check<RunBook>(cancellation) is { } altered)
        {
            findings.Add(altered);
        }

        if (await LastVerification.Alteration(store, await LastVerification.Load(store, cancellation), cancellation) is { } rewritten)
        {
            findings.Add(new IntegrityFinding(IntegrityKind.ModelAltered, rewritten));
        }
    }

    private async Task<VerifiedExtent?> Extent(long size, List<IntegrityFinding> findings, CancellationToken cancellation) =>
        findings.Exists(static finding => finding.IsAlteration) ? null : new VerifiedExtent(size, await new MerkleTree(store).Root(size, cancellation));

    /// <summary>Checks a bundle's parts too, once its events can be read; null if the ledger is none.</summary>
    private async Task<Bundle?> CheckBundle(TrustedKey? key, List<IntegrityFinding> findings, CancellationToken cancellation)
    {
        if (findings.Any(static finding => finding.IsAlteration))
        {
            return null;
        }

        try
        {
            if (Bundle.Of(store) is not { } bundle)
            {
                return null;
            }

            findings.AddRange(await new BundleCheck(store, bundle, key).Findings(cancellation).ToListAsync(cancellation));
            return bundle;
        }
        catch (CorruptLedgerException exception)
        {
            findings.Add(new IntegrityFinding(IntegrityKind.BundleAltered, exception.Message));
            return null;
        }
    }
}
