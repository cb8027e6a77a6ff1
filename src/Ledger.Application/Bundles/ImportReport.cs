namespace Ledger.Application.Bundles;

/// <summary>What an import did.</summary>
/// <param name="Bundle">The file.</param>
/// <param name="Manifest">What it holds.</param>
/// <param name="Trusted">True if it is answered from before it was computed here.</param>
/// <param name="Runs">Its runs.</param>
/// <param name="Events">Events that were not here before, those that record the import included.</param>
/// <param name="Histories">Histories of derivations and runs in it.</param>
/// <param name="Equal">Those of them that were here already, equal.</param>
/// <param name="Masks">Masks that were not here before.</param>
/// <param name="States">States that were not here before.</param>
/// <param name="Contradictions">Histories that contradict ours.</param>
public sealed record ImportReport(
    string Bundle,
    BundleManifest Manifest,
    bool Trusted,
    IReadOnlyList<ImportedRun> Runs,
    long Events,
    int Histories,
    int Equal,
    int Masks,
    int States,
    IReadOnlyList<ImportContradiction> Contradictions);
