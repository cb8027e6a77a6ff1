using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>counts</c>: kept weights, training steps, correctly classified samples, or derivations.</summary>
internal sealed record CountsAssertion(
    Counted? What,
    [Optional] int? Round,
    [Optional] string? Split,
    [Optional] Share? AtLeast,
    [Optional] Share? AtMost,
    [Optional] Share? Exactly,
    [Optional] Sampling? Over,
    [Optional] Share? Confidence) : FigureAssertion(new Bounds(AtLeast, AtMost, Exactly), Over, Confidence)
{
    /// <inheritdoc/>
    public override string Subject => What switch
    {
        Counted.Kept => $"number of kept weights{SplitRule.At(Round, step: null)}",
        Counted.Steps => $"number of training steps{SplitRule.At(Round, step: null)}",
        Counted.Correct => $"number of correct samples on {Split}{SplitRule.At(Round, step: null)}",
        _ => "number of derivations",
    };

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates)
    {
        var split = (What, Split) switch
        {
            (Counted.Correct, null) => [("split", "is missing: say of which samples, for example test")],
            (Counted.Correct, { } given) => SplitRule.Mistakes(given),
            (_, not null) => [("split", "belongs to what: correct")],
            _ => Enumerable.Empty<(string, string)>(),
        };
        return base.Mistakes(replicates).Concat(split);
    }

    /// <inheritdoc/>
    protected override async Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation)
    {
        switch (What)
        {
            case Counted.Kept:
                var (kept, missing) = await evidence.Kept(run, Round ?? round, layer: null, cancellation);
                return (kept is null ? null : Measures.Whole(run.Label, kept.Kept, "kept"), missing);
            case Counted.Correct:
                var (evaluation, absent) = await evidence.Evaluation(run, Round ?? round, step: null, Split!, cancellation);
                return (evaluation is null ? null : Measures.Whole(run.Label, evaluation.Correct, "correct"), absent);
        }

        var gap = await evidence.Whole(run, cancellation);
        if (gap is null && (Round ?? round) is { } wanted)
        {
            (_, gap) = await evidence.Round(run, wanted, cancellation);
        }

        return gap is null ? (Counts(run, Round ?? round), null) : (null, gap);
    }

    private Figure Counts(AuditedRun run, int? round) => What == Counted.Derivations
        ? Measures.Whole(run.Label, Evidence.DerivationsOf(run), "derivations")
        : Measures.Whole(run.Label, run.Lineage.Rounds.Where(done => round is null || done.Round == round).Sum(static done => (long)(done.Trajectory?.Steps ?? 0)), "steps");
}
