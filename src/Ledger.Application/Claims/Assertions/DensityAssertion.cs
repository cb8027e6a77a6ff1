using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>density</c>: the share of prunable weights that a round's ticket keeps, of all layers or of one.</summary>
internal sealed record DensityAssertion(
    [Optional] int? Round,
    [Optional] string? Layer,
    [Optional] Share? AtLeast,
    [Optional] Share? AtMost,
    [Optional] Share? Exactly,
    [Optional] Sampling? Over,
    [Optional] Share? Confidence) : FigureAssertion(new Bounds(AtLeast, AtMost, Exactly), Over, Confidence)
{
    /// <inheritdoc/>
    public override string Subject => $"density{(Layer is null ? "" : $" of {Layer}")}{SplitRule.At(Round, step: null)}";

    /// <inheritdoc/>
    public override Func<Fraction, string> Format => FigureText.Percent;

    /// <inheritdoc/>
    public override bool IsShare => true;

    /// <inheritdoc/>
    protected override Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation) =>
        Measures.Density(run, Round ?? round, Layer, evidence, cancellation);
}
