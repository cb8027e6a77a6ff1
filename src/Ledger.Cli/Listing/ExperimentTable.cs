using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Listing;

/// <summary>A line an experiment.</summary>
public static class ExperimentTable
{
    /// <summary>The table of experiments.</summary>
    public static Table Of(IReadOnlyList<BookedExperiment> experiments)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            Cells.Left("experiment"), Cells.Wrapping("name"), Cells.Left("method"), Cells.Left("data"), Cells.Wrapping("network"),
            Cells.Right("rounds"), Cells.Right("runs"), Cells.Right("done"));
        foreach (var experiment in experiments)
        {
            var specification = experiment.Specification;
            table.AddRow(Cells.Row(
                experiment.Id,
                experiment.Name ?? Cells.None,
                specification.Method.Name,
                specification.Data.Set,
                specification.Network,
                $"{specification.Method.Rounds}",
                $"{experiment.Runs.Count}",
                $"{experiment.Done}"));
        }

        return table;
    }
}
