using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Ledger.Training.Networks;
using Spectre.Console;

namespace Ledger.Cli.Showing;

/// <summary>A line a round: the ticket, its size, and what training made of it.</summary>
internal static class RoundsTable
{
    /// <summary>The table of a run.</summary>
    public static Table Of(RunLineage lineage, IReadOnlyList<NetworkAccount>? accounts)
    {
        var splits = lineage.Rounds.SelectMany(static round => round.Evaluations).Select(static evaluation => evaluation.Split).Distinct().ToArray();
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Cells.Right("round"), Cells.Left("ticket"), Cells.Right("kept"), Cells.Right("density"), Cells.Right("FLOPs"), Cells.Right("steps"));
        table.AddColumns([.. splits.Select(Cells.Right)]);
        foreach (var (index, round) in lineage.Rounds.Index())
        {
            table.AddRow(Cells.Row(
            [
                $"{round.Round}",
                round.Ticket.ToShortString(),
                Numbers.Count(round.Kept),
                Numbers.Density((double)round.Kept / round.Total),
                accounts is null ? Cells.None : Numbers.Density(accounts[index].FlopRatio),
                round.Trajectory is { } trajectory ? Numbers.Count(trajectory.Steps) : Cells.None,
                .. splits.Select(split => Words.Accuracy(round.On(split))),
            ]));
        }

        return table;
    }
}
