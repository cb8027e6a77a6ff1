using Ledger.Application.Projections;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Listing;

/// <summary>A line a run.</summary>
public static class RunTable
{
    /// <summary>The table of runs.</summary>
    public static Table Of(IReadOnlyList<BookedRun> runs)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(
            Cells.Left("run"), Cells.Wrapping("name"), Cells.Left("status"), Cells.Right("round"),
            Cells.Right("density"), Cells.Right("test"), Cells.Right("steps"), Cells.Left("started"));
        foreach (var run in runs)
        {
            table.AddRow(Cells.Row(
                run.Id,
                run.Label ?? Cells.None,
                new Cell(Status(run), run.Disputes > 0 ? Tone.Warning : Words.Tone(run.Status)),
                run.Round is { } round ? $"{round}/{run.Rounds}" : Cells.None,
                run is { Kept: { } kept, Total: { } total } ? Numbers.Density((double)kept / total) : Cells.None,
                run.On("test") is { } test ? Numbers.Percent((double)test.Correct / test.Total) : Cells.None,
                Numbers.Count(run.Steps),
                run.Began is { Length: >= 16 } began ? began[5..16].Replace('T', ' ') : Cells.None));
        }

        return table;
    }

    /// <summary>How a run stands, and a mark where somebody found other bits.</summary>
    public static string Status(BookedRun run) => (run.IsUnconfirmed ? "imported" : Words.Of(run.Status)) + (run.Disputes > 0 ? "!" : "");
}
