using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>rounds</c>: how many times a run pruned.</summary>
internal sealed record RoundsAssertion(
    [Optional] Share? AtLeast,
    [Optional] Share? AtMost,
    [Optional] Share? Exactly,
    [Optional] Sampling? Over,
    [Optional] Share? Confidence) : FigureAssertion(new Bounds(AtLeast, AtMost, Exactly), Over, Confidence)
{
    /// <inheritdoc/>
    public override string Subject => "number of pruning rounds";

    /// <inheritdoc/>
    protected override async Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation)
    {
        var gap = await evidence.Whole(run, cancellation);
        var pruned = run.Lineage.Rounds.Count(static done => done.Mask is not null);
        return gap is null ? (Measures.Whole(run.Label, pruned, "rounds"), null) : (null, gap);
    }
}
