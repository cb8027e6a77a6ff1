using Ledger.Application.Experiments;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Running;

/// <summary>Round × density × accuracy, over the replicates: median, least and greatest.</summary>
public static class RoundTable
{
    private const string Preferred = "test";

    /// <summary>The table of runs of one experiment.</summary>
    /// <param name="splits">What was evaluated; the test samples are shown, else the last list.</param>
    /// <param name="summaries">The runs.</param>
    public static Table Of(IReadOnlyList<string> splits, IReadOnlyList<RunSummary> summaries)
    {
        var split = splits.Contains(Preferred) ? Preferred : splits[^1];
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Right("round"), Right("weights"), Right("density"), Right($"{split} accuracy"));
        if (summaries.Count > 1)
        {
            table.AddColumn(Right("least – greatest"));
        }

        foreach (var round in summaries.SelectMany(static summary => summary.Rounds).GroupBy(static round => round.Round).OrderBy(static round => round.Key))
        {
            var accuracies = round.Select(summary => summary.On(split)?.Accuracy).OfType<double>().Order().ToArray();
            var ticket = round.First();
            table.AddRow([.. Cells(ticket, accuracies).Take(table.Columns.Count).Select(static cell => new Text(cell))]);
        }

        return table;
    }

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyList<double> ascending) => (ascending[(ascending.Count - 1) / 2] + ascending[ascending.Count / 2]) / 2;

    private static string[] Cells(RoundSummary ticket, double[] accuracies) =>
    [
        $"{ticket.Round}",
        Numbers.Count(ticket.Kept),
        Numbers.Density(ticket.Density),
        accuracies.Length == 0 ? "–" : Numbers.Percent(Median(accuracies)),
        accuracies.Length == 0 ? "–" : $"{Numbers.Percent(accuracies[0])} – {Numbers.Percent(accuracies[^1])}",
    ];

    private static TableColumn Right(string title) => new TableColumn(title).RightAligned().NoWrap();
}
