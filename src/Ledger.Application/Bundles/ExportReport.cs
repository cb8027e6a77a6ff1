namespace Ledger.Application.Bundles;

/// <summary>What was exported.</summary>
/// <param name="Path">The file.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Manifest">What it holds.</param>
public sealed record ExportReport(string Path, long Bytes, BundleManifest Manifest);
