using Ledger.Application.Projections;
using Ledger.Application.Queries;
using Ledger.Cli.Screens;
using Spectre.Console;

namespace Ledger.Cli.Showing;

/// <summary>A round in full.</summary>
internal sealed class RoundScreen(Screen screen)
{
    /// <summary>Writes it.</summary>
    public void Write(Shown.OfRound shown)
    {
        var round = shown.Round;
        screen.Line($"round       {shown.Id}/{round.Round} of {shown.Name ?? "an experiment without a name"}, replicate {shown.Replicate}");
        screen.Line($"ticket      {round.Ticket}");
        screen.Line($"mask        {round.Mask?.ToString() ?? "none: the dense network"}");
        screen.Line($"start       {round.Start}");
        screen.Line($"end         {round.End?.ToString() ?? "not yet"}");
        screen.Line($"kept        {Numbers.Count(round.Kept)} of {Numbers.Count(round.Total)}, {Numbers.Density((double)round.Kept / round.Total)}");
        if (shown.Account is { } account)
        {
            screen.Line($"takes       {AccountText.Flops(account)}");
            screen.Line($"            {AccountText.Parameters(account)}");
        }

        if (shown.RewindPoint is { } rewind)
        {
            screen.Line($"rewind to   {shown.Id}/0@{rewind.Step}, state {rewind.State.ToShortString()}");
        }

        if (round.Trajectory is { } trajectory)
        {
            screen.Line($"trajectory  {trajectory.Key}");
            screen.Line($"            attempt {trajectory.Attempt}, {Numbers.Count(trajectory.Steps, "step")}; {string.Join(", ", round.States.Select(static state => $"@{state.Step}"))} written down");
        }

        screen.Show(LayerTable.Of(round.Layers));
        if (round.Evaluations.Count > 0)
        {
            screen.Show(Evaluations(round));
        }

        WriteDerivations(round);
    }

    private static Table Evaluations(RoundLineage round)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns(Cells.Right("step"), Cells.Left("split"), Cells.Right("correct"), Cells.Right("of"), Cells.Right("accuracy"), Cells.Right("loss"));
        foreach (var evaluation in round.Evaluations)
        {
            table.AddRow(Cells.Row(
                Numbers.Count(evaluation.Step), evaluation.Split, Numbers.Count(evaluation.Correct), Numbers.Count(evaluation.Total), Words.Accuracy(evaluation), evaluation.Loss?.ToString("R") ?? "not finite"));
        }

        return table;
    }

    private void WriteDerivations(RoundLineage round)
    {
        screen.Line("derivations");
        foreach (var link in round.Derivations)
        {
            screen.Line($"  {DerivationText.Title(link)}");
            screen.Line($"    key     {link.Key}{(link.Attempt > 1 ? $", attempt {link.Attempt}" : "")}");
            if (link.Output is { } output)
            {
                screen.Line($"    output  {output}");
            }
        }
    }
}
