using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>Two runs over their rounds: accuracy, overlap of the masks, density of each layer.</summary>
internal static class RoundPictures
{
    private const double Width = 440;
    private const double Left = 58;
    private const double Top = 34;
    private const double Bar = 20;
    private const double Pitch = 26;

    /// <summary>Writes the drawings.</summary>
    public static void Write(Markup figures, RunDiff run)
    {
        var split = RoundDiffTable.Split(run);
        var (a, b) = (Sides(run, static round => round.A, run.OnlyInA), Sides(run, static round => round.B, run.OnlyInB));
        Add(figures, new LineChart($"Accuracy on {split}, by round", "round", Numbers.Percent).Draw([new ChartLine("A", "a", Accuracy(a, split)), new ChartLine("B", "b", Accuracy(b, split))], hasDots: true));
        Add(figures, new LineChart("Weights kept, by round", "round", Numbers.Density).Draw([new ChartLine("A", "a", Densities(a)), new ChartLine("B", "b", Densities(b))], hasDots: true));
        Add(figures, Overlap(run));
        foreach (var layer in run.Rounds[0].Layers.Select(static layer => layer.Layer))
        {
            var layers = run.Rounds.Select(round => (round.A.Round, Layer: round.Layers.First(found => found.Layer == layer))).ToList();
            Add(figures, new LineChart($"Density of {layer}, by round", "round", Numbers.Density).Draw(
                [
                    new ChartLine("A", "a", [.. layers.Where(static at => at.Layer.TotalA > 0).Select(static at => ((double)at.Round, (double)at.Layer.KeptA / at.Layer.TotalA))]),
                    new ChartLine("B", "b", [.. layers.Where(static at => at.Layer.TotalB > 0).Select(static at => ((double)at.Round, (double)at.Layer.KeptB / at.Layer.TotalB))]),
                ],
                hasDots: true));
        }
    }

    private static Svg Overlap(RunDiff run)
    {
        var rounds = run.Rounds.Where(static round => round.Masks is not null).ToList();
        var drawing = new Svg(Width, Top + (rounds.Count * Pitch) + 34, "Weights kept by A alone, by both, by B alone").Text(Left, 16, "Kept by A alone, by both, by B alone", "strong");
        foreach (var (i, round) in rounds.Index())
        {
            var y = Top + (i * Pitch);
            drawing.Text(Left - 6, y + 14, round.A.Round == round.B.Round ? $"round {round.A.Round}" : $"{round.A.Round}, {round.B.Round}", "tick", "end");
            Draw(drawing, y, round.Masks!);
        }

        return drawing.Text(Left, Top + (rounds.Count * Pitch) + 16, "dashes: both, were masks of these sizes drawn at random", "soft");
    }

    private static void Draw(Svg drawing, double y, MaskOverlap masks)
    {
        var either = Math.Max(1, masks.OnlyInA + masks.InBoth + masks.OnlyInB);
        var scale = (Width - Left - 70) / either;
        var x = Left;
        foreach (var (style, count, what) in new[] { ("a", masks.OnlyInA, "only A"), ("both", masks.InBoth, "both"), ("b", masks.OnlyInB, "only B") })
        {
            drawing.Rectangle(x, y, count * scale, Bar, style, $"{what}: {Numbers.Count(count)}");
            x += count * scale;
        }

        var chance = Left + (masks.OnlyInA * scale) + (Math.Min(masks.ChanceInBoth, masks.InBoth + masks.OnlyInB) * scale);
        drawing.Line(chance, y - 2, chance, y + Bar + 2, "chance").Text(Width - 62, y + 14, $"J {Numbers.Percent(masks.Jaccard)}", "tick");
    }

    private static List<RoundSide> Sides(RunDiff run, Func<RoundDiff, RoundSide> side, IReadOnlyList<RoundSide> alone) =>
        [.. run.Rounds.Select(side).Concat(alone).OrderBy(static round => round.Round)];

    private static List<(double X, double Y)> Accuracy(List<RoundSide> rounds, string split) =>
        [.. rounds.Select(round => (round.Round, Found: RoundDiffTable.Last(round, split))).Where(static at => at.Found is not null)
            .Select(static at => ((double)at.Round, (double)at.Found!.Correct / at.Found.Total))];

    private static List<(double X, double Y)> Densities(List<RoundSide> rounds) => [.. rounds.Select(static round => ((double)round.Round, round.Density))];

    private static void Add(Markup figures, Svg drawing) => figures.Element("figure", figure => figure.Add(drawing.Element()));
}
