using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;
using Ledger.Application.Specifications.Drafts;

namespace Ledger.Application.Claims.Assertions;

/// <summary>An assertion about a figure: of one run, or of what several replicates' figures come to.</summary>
internal abstract record FigureAssertion(Bounds Bounds, Sampling? Sampling, Share? Level) : Assertion
{
    /// <summary>What the figure is, in words.</summary>
    public abstract string Subject { get; }

    /// <summary>How the figure is written.</summary>
    public virtual Func<Fraction, string> Format => FigureText.Number;

    /// <summary>True if a bound in percent makes sense.</summary>
    public virtual bool IsShare => false;

    /// <summary>True if the figure is a difference, on which a sign test can be made.</summary>
    public virtual bool IsDifference => false;

    /// <inheritdoc/>
    public override IEnumerable<(string Key, string Message)> Mistakes(int? replicates)
    {
        foreach (var mistake in Bounds.Mistakes().Concat(new SampleRule(Sampling, Level, Bounds, IsDifference).Mistakes(replicates)))
        {
            yield return mistake;
        }

        foreach (var (key, bound) in new[] { ("at_least", Bounds.AtLeast), ("at_most", Bounds.AtMost), ("exactly", Bounds.Exactly) })
        {
            if (!IsShare && bound is { IsPercent: true })
            {
                yield return (key, "is in percent, and this is no share: write the number itself");
            }
        }
    }

    /// <inheritdoc/>
    public override async Task<Judgement> Check(ClaimSubject subject, Evidence evidence, CancellationToken cancellation)
    {
        var summary = new Summary(Sampling, Level?.Value, Bounds, Format, IsDifference);
        var (figures, missing) = (new List<Figure>(), new List<Gap>());
        foreach (var slot in subject.Slots)
        {
            var (figure, gap) = slot.Run is { } run ? await Measure(run, subject.Address.Round, evidence, cancellation) : (null, slot.Gap);
            if (figure is not null)
            {
                figures.Add(figure);
            }
            else
            {
                missing.Add(gap!);
            }
        }

        var asked = $"{summary.Name}{Subject} {Bounds.Describe(Format)}";
        return missing.Count > 0 ? Judgement.Unsupported(asked, [.. missing.Distinct()]) : summary.Judge(asked, figures);
    }

    /// <summary>The figure of one run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="round">The round that the claim's address names, if it does.</param>
    /// <param name="evidence">Where figures come from.</param>
    /// <param name="cancellation">Stops computing.</param>
    protected abstract Task<(Figure? Figure, Gap? Gap)> Measure(AuditedRun run, int? round, Evidence evidence, CancellationToken cancellation);
}
