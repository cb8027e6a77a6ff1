using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>accuracy</c>: the share of samples classified as labelled.</summary>
internal sealed record AccuracyAssertion(
    string? Split,
    [Optional] int? Round,
    [Optional] int? Step,
    [Optional] Share? AtLeast,
    [Optional] Share? AtMost,
    [Optional] Share? Exactly,
    [Optional] Sampling? Over,
    [Optional] Share? Confidence) : FigureAssertion(new Bounds(AtLeast, AtMost, Exactly), Over, Confidence)
{
    /// <inheritdoc/>
    public override string Subject => $"accuracy on {Split}{SplitRule.At(Round, Step)}";

    /// <inheritdoc/>
    public override Func<Fraction, string> Format => FigureText.Percent;

    /// <inheritdoc/>
    public override bool IsShare => true;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates) => base.Mistakes(replicates).Concat(SplitRule.Mistakes(Split!));

    /// <inheritdoc/>
    protected override Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation) =>
        Measures.Accuracy(run, Round ?? round, Step, Split!, evidence, cancellation);
}
