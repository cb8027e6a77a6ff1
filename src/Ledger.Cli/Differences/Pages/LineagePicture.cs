using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>Two lineages from the seed down: A on the left, B on the right, one box in the middle for what is equal; what is equal, and what only follows, is folded.</summary>
internal static class LineagePicture
{
    private const double Width = 760;
    private const double BoxWidth = 210;
    private const double BoxHeight = 26;
    private const double Pitch = 36;
    private const double Label = 84;
    private const double Top = 26;
    private const string Evaluations = "evaluate";

    /// <summary>The drawing of a comparison.</summary>
    public static Svg Of(RunDiff run)
    {
        var rows = Rows(run.Lineage).ToList();
        var drawing = new Svg(Width, Top + (rows.Count * Pitch) + 6, "Lineages side by side").Text(Column(0), 14, "A", "strong", "middle").Text(Column(1), 14, "both", "soft", "middle").Text(Column(2), 14, "B", "strong", "middle");
        for (var i = 1; i < rows.Count; i++)
        {
            Join(drawing, rows[i - 1], rows[i], i);
        }

        foreach (var (i, row) in rows.Index())
        {
            Draw(drawing, row, i, isNewRound: i == 0 || rows[i - 1].Round != row.Round);
        }

        return drawing;
    }

    private static void Draw(Svg drawing, Row row, int index, bool isNewRound)
    {
        var y = Top + (index * Pitch);
        if (isNewRound)
        {
            drawing.Line(0, y - 5, Width, y - 5, "grid").Text(0, y + 17, row.Round, "soft");
        }

        switch (row.Likeness)
        {
            case Likeness.Equal:
                Box(drawing, 1, y, row.A, "box");
                break;
            case Likeness.OnlyInA:
                Box(drawing, 0, y, row.A, "box-a");
                break;
            case Likeness.OnlyInB:
                Box(drawing, 2, y, row.B, "box-b");
                break;
            case Likeness.OtherBits:
                Box(drawing, 0, y, row.A, "box-bad");
                Box(drawing, 2, y, row.B, "box-bad");
                drawing.Text(Column(1), y + 17, "same key, other bits", "soft", "middle");
                break;
            default:
                Box(drawing, 0, y, row.A, "box-a");
                Box(drawing, 2, y, row.B, "box-b");
                break;
        }
    }

    private static void Box(Svg drawing, int column, double y, string text, string style) =>
        drawing.Rectangle(Column(column) - (BoxWidth / 2), y, BoxWidth, BoxHeight, style, round: 5).Text(Column(column), y + 17, text, "mono", "middle");

    private static void Join(Svg drawing, Row above, Row below, int index)
    {
        foreach (var side in new[] { 0, 2 })
        {
            if (above.ColumnOf(side) is { } from && below.ColumnOf(side) is { } to && (side == 0 || from != 1 || to != 1))
            {
                drawing.Link(Column(from), Top + ((index - 1) * Pitch) + BoxHeight, Column(to), Top + (index * Pitch), "link");
            }
        }
    }

    private static double Column(int column) => Label + (BoxWidth / 2) + (column * ((Width - Label - BoxWidth - 2) / 2));

    /// <summary>Rounds that are equal are folded, and so are those after the first difference in which everything follows from it.</summary>
    private static IEnumerable<Row> Rows(IReadOnlyList<PairedDerivation> lineage)
    {
        var rounds = lineage.GroupBy(static pair => pair.Round).ToList();
        var hasParted = false;
        for (var i = 0; i < rounds.Count;)
        {
            var count = Uniform(rounds[i]) is { } likeness && (likeness == Likeness.Equal || hasParted) ? rounds.Skip(i).TakeWhile(round => Uniform(round) == likeness).Count() : 0;
            foreach (var row in count > 0 ? [Folded(rounds[i..(i + count)])] : Rows(rounds[i]))
            {
                yield return row;
            }

            hasParted |= Uniform(rounds[i]) != Likeness.Equal;
            i += Math.Max(1, count);
        }
    }

    private static Likeness? Uniform(IEnumerable<PairedDerivation> round) => round.Select(static pair => (Likeness?)pair.Likeness).Distinct().ToList() is [var only] ? only : null;

    private static Row Folded(List<IGrouping<int, PairedDerivation>> rounds)
    {
        var numbers = rounds.Count > 1 ? $"{rounds[0].Key}–{rounds[^1].Key}" : $"{rounds[0].Key}";
        var likeness = rounds[0].First().Likeness;
        var text = Numbers.Count(rounds.Sum(static round => round.Count()), likeness == Likeness.Equal ? "equal derivation" : "derivation");
        return new Row($"round{(rounds.Count > 1 ? "s" : "")} {numbers}", likeness, text, text);
    }

    private static IEnumerable<Row> Rows(IGrouping<int, PairedDerivation> round)
    {
        foreach (var pair in round.Where(static pair => pair.Split is null))
        {
            yield return new Row($"round {round.Key}", pair.Likeness, Text(pair.Kind, pair.A), Text(pair.Kind, pair.B));
        }

        foreach (var same in round.Where(static pair => pair.Split is not null).GroupBy(static pair => pair.Likeness))
        {
            var text = $"{Evaluations}  {Numbers.Count(same.Count(), "result")}";
            yield return new Row($"round {round.Key}", same.Key, text, text);
        }
    }

    private static string Text(string kind, DerivationEnd? end) =>
        end is null ? "" : $"{kind.Split('/')[0]}{(end.Step is { } step ? $" @{step}" : "")}  {(end.Output ?? end.Key).ToShortString()}";

    private sealed record Row(string Round, Likeness Likeness, string A, string B)
    {
        /// <summary>Where a side's box stands, or null if it has none.</summary>
        public int? ColumnOf(int side) => (Likeness, side) switch
        {
            (Likeness.Equal, _) => 1,
            (Likeness.OnlyInA, 2) or (Likeness.OnlyInB, 0) => null,
            _ => side,
        };
    }
}
