using Ledger.Application.Differences;
using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Differences;

/// <summary>A line a pair of rounds: sizes, overlap of the masks, accuracy; equal rounds are folded into one line.</summary>
internal static class RoundDiffTable
{
    private const string Preferred = "test";

    /// <summary>The table of two runs.</summary>
    public static Table Of(RunDiff run)
    {
        var split = Split(run);
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Cells.Right("round"), Cells.Right("kept A"), Cells.Right("kept B"), Cells.Right("both"), Cells.Right("Jaccard"), Cells.Right("chance"), Cells.Right($"{split} A"), Cells.Right($"{split} B"));
        var equal = new List<RoundDiff>();
        foreach (var round in run.Rounds)
        {
            if (round.IsEqual)
            {
                equal.Add(round);
                continue;
            }

            Fold(table, equal);
            table.AddRow(Cells.Row(Row(round, split)));
        }

        Fold(table, equal);
        Add(table, run.OnlyInA, static cells => (cells, Cells.None), split);
        Add(table, run.OnlyInB, static cells => (Cells.None, cells), split);
        return table;
    }

    /// <summary>The list of samples that is shown.</summary>
    public static string Split(RunDiff run)
    {
        var splits = run.Rounds.SelectMany(static round => round.Evaluations).Select(static evaluation => evaluation.Split).Distinct().ToList();
        return splits.Count == 0 || splits.Contains(Preferred) ? Preferred : splits[^1];
    }

    /// <summary>The last evaluation on a list of samples, or null.</summary>
    public static EvaluationUse? Last(RoundSide side, string split) => side.Evaluations.LastOrDefault(evaluation => evaluation.Split == split);

    private static void Fold(Table table, List<RoundDiff> equal)
    {
        if (equal.Count > 0)
        {
            var numbers = equal.Count == 1 ? $"{equal[0].A.Round}" : $"{equal[0].A.Round}–{equal[^1].A.Round}";
            table.AddRow(Cells.Row(numbers, Numbers.Count(equal[^1].A.Kept), Numbers.Count(equal[^1].B.Kept), "equal"));
            equal.Clear();
        }
    }

    private static void Add(Table table, IReadOnlyList<RoundSide> rounds, Func<string, (string A, string B)> place, string split)
    {
        foreach (var round in rounds)
        {
            var (keptA, keptB) = place(Numbers.Count(round.Kept));
            var (accuracyA, accuracyB) = place(Words.Accuracy(Last(round, split)));
            table.AddRow(Cells.Row($"{round.Round}", keptA, keptB, Cells.None, Cells.None, Cells.None, accuracyA, accuracyB));
        }
    }

    private static IEnumerable<string> Row(RoundDiff round, string split) =>
    [
        round.A.Round == round.B.Round ? $"{round.A.Round}" : $"{round.A.Round}, {round.B.Round}",
        Numbers.Count(round.A.Kept),
        Numbers.Count(round.B.Kept),
        round.Masks is { } masks ? Numbers.Count(masks.InBoth) : Cells.None,
        round.Masks is { } overlap ? Numbers.Percent(overlap.Jaccard) : Cells.None,
        round.Masks is { } chance ? Numbers.Percent(chance.ChanceJaccard) : Cells.None,
        Words.Accuracy(Last(round.A, split)),
        Words.Accuracy(Last(round.B, split)),
    ];
}
