using Ledger.Application.Bundles;
using Ledger.Store.Contract;

namespace Ledger.Application.Verification;

/// <summary>What a check of a ledger found.</summary>
/// <param name="Location">Which ledger.</param>
/// <param name="Events">Events checked.</param>
/// <param name="Masks">Masks checked.</param>
/// <param name="States">Cached states checked.</param>
/// <param name="Findings">What is not as it was written, and what is worth knowing; none if all is well.</param>
/// <param name="Kept">What a seal kept elsewhere shows, if there was one.</param>
/// <param name="Extent">The events that were checked, and their root; null if something was altered.</param>
/// <param name="Bundle">Of a bundle: what it says of itself, which the findings were checked against.</param>
public sealed record VerificationReport(
    string Location, long Events, long Masks, long States, IReadOnlyList<IntegrityFinding> Findings, KeptSealAnswer? Kept = null, VerifiedExtent? Extent = null, BundleManifest? Bundle = null)
{
    /// <summary>True if something is not as it was written.</summary>
    public bool IsAltered => Findings.Any(static finding => finding.IsAlteration);
}
