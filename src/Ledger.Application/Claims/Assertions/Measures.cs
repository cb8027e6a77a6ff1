using System.Globalization;
using Ledger.Application.Claims.Figures;
using Ledger.Application.Claims.Statistics;
using Ledger.Application.Claims.Subjects;

namespace Ledger.Application.Claims.Assertions;

/// <summary>Figures of one run, exact.</summary>
internal static class Measures
{
    /// <summary>The share of correct samples.</summary>
    public static async Task<(Figure? Figure, Gap? Gap)> Accuracy(AuditedRun run, int? round, int? step, string split, Evidence evidence, CancellationToken cancellation)
    {
        var (found, gap) = await evidence.Evaluation(run, round, step, split, cancellation);
        return found is null ? (null, gap) : (Share(run.Label, found.Correct, found.Total), null);
    }

    /// <summary>The mean loss.</summary>
    public static async Task<(Figure? Figure, Gap? Gap)> Loss(AuditedRun run, int? round, int? step, string split, Evidence evidence, CancellationToken cancellation)
    {
        var (found, gap) = await evidence.Evaluation(run, round, step, split, cancellation);
        return found switch
        {
            null => (null, gap),
            { Loss: { } loss } => (new Figure(run.Label, Fraction.Of((double)loss), loss.ToString("R", CultureInfo.InvariantCulture)), null),
            _ => (null, new Gap($"{run.Label}: the loss on {split} is infinite or undefined")),
        };
    }

    /// <summary>The share of kept weights.</summary>
    public static async Task<(Figure? Figure, Gap? Gap)> Density(AuditedRun run, int? round, string? layer, Evidence evidence, CancellationToken cancellation)
    {
        var (kept, gap) = await evidence.Kept(run, round, layer, cancellation);
        return kept is null ? (null, gap) : (Share(run.Label, kept.Kept, kept.Total), null);
    }

    /// <summary>A count.</summary>
    public static Figure Whole(string run, long count, string unit) => new(run, Fraction.Of(count), string.Create(CultureInfo.InvariantCulture, $"{count} {unit}"));

    private static Figure Share(string run, int part, int whole)
    {
        var value = new Fraction(part, whole);
        return new Figure(run, value, string.Create(CultureInfo.InvariantCulture, $"{FigureText.Percent(value)} ({part} of {whole})"));
    }
}
