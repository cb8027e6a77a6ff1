using Ledger.Application.Projections;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;

namespace Ledger.Application.Claims.Subjects;

/// <summary>A run that a claim speaks of, its events checked by their hashes.</summary>
/// <param name="Label">Its address, for people: <c>quick.0</c>, with the file where it is another ledger's.</param>
/// <param name="Specification">The experiment.</param>
/// <param name="Lineage">Its rounds and the derivations behind them.</param>
/// <param name="Diverged">How it ended, if it diverged.</param>
/// <param name="Events">The ledger that has it.</param>
/// <param name="IsHere">True if that is the ledger under audit, where things can be computed again.</param>
/// <param name="IsUnconfirmed">True if it was imported, and nobody vouches for it or computed it here yet.</param>
/// <param name="Refuted">A derivation that it used and that was refuted, in words; or null.</param>
internal sealed record AuditedRun(
    string Label, ExperimentSpecification Specification, RunLineage Lineage, RunDiverged? Diverged, CheckedEvents Events, bool IsHere, bool IsUnconfirmed, string? Refuted)
{
    /// <summary>A round of it, for people.</summary>
    public string At(int round) => $"{Label}/{round}";
}
