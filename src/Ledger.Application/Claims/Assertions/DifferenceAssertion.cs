using System.Globalization;
using Ledger.Application.Addresses;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary><c>difference</c>: a figure minus that of another round, ticket, run or, replicate by replicate, experiment.</summary>
internal sealed record DifferenceAssertion(
    Measured? Of,
    string? Against,
    [Optional] string? Split,
    [Optional] int? Round,
    [Optional] Share? AtLeast,
    [Optional] Share? AtMost,
    [Optional] Share? Exactly,
    [Optional] Sampling? Over,
    [Optional] Share? Confidence) : FigureAssertion(new Bounds(AtLeast, AtMost, Exactly), Over, Confidence)
{
    private const string Dense = "dense";

    /// <inheritdoc/>
    public override string Subject => $"difference of {Of!.Value.ToString().ToLowerInvariant()}{(Split is null ? "" : $" on {Split}")}{SplitRule.At(Round, step: null)} to {Against}";

    /// <inheritdoc/>
    public override Func<Fraction, string> Format => IsShare ? FigureText.Percent : FigureText.Number;

    /// <inheritdoc/>
    public override bool IsShare => Of != Measured.Loss;

    /// <inheritdoc/>
    public override bool IsDifference => true;

    /// <summary>The round of the same run that is compared with, or null for another run.</summary>
    private int? OwnRound => Against == Dense ? 0 : Against!.StartsWith('/') && int.TryParse(Against.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? round : null;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates)
    {
        var split = (Of, Split) switch
        {
            (Measured.Density, not null) => [("split", "belongs to accuracy and loss")],
            (Measured.Density, null) => [],
            (_, null) => [("split", "is missing: say on which samples, for example test")],
            (_, { } given) => SplitRule.Mistakes(given),
        };
        return base.Mistakes(replicates).Concat(split).Concat(AddressRule.Mistakes("against", OwnRound is null ? Against : null));
    }

    /// <inheritdoc/>
    protected override async Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation)
    {
        var (other, address, gap) = OwnRound is { } own ? (run, new Address(null, run.Label, own), null) : await evidence.Partner(Against!, run, cancellation);
        var (left, leftGap) = await Figure(run, Round ?? round, evidence, cancellation);
        if (left is null || other is null)
        {
            return (null, leftGap ?? gap);
        }

        var (right, rightGap) = await Figure(other, address.Round ?? Round ?? round, evidence, cancellation);
        return right is null
            ? (null, rightGap)
            : (new Figure(run.Label, left.Value - right.Value, $"{Format(left.Value - right.Value)} ({left.Text} against {right.Text})"), null);
    }

    private Task<(Figure? Figure, Gap? Gap)> Figure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation) => Of switch
    {
        Measured.Accuracy => Measures.Accuracy(run, round, step: null, Split!, evidence, cancellation),
        Measured.Loss => Measures.Loss(run, round, step: null, Split!, evidence, cancellation),
        _ => Measures.Density(run, round, layer: null, evidence, cancellation),
    };
}
