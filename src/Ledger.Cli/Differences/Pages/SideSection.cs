using Ledger.Application.Differences;
using Ledger.Cli.Drawing;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences.Pages;

/// <summary>What the two sides are, what they took and where they were computed.</summary>
internal static class SideSection
{
    /// <summary>Writes the table.</summary>
    public static void Write(Markup page, RunDiff run)
    {
        var (a, b) = (run.A, run.B);
        page.Table(
            ["", "left:A", "left:B"],
            [
                ["run", a.Run.ToString(), b.Run.ToString()],
                ["ledger", a.Ledger, b.Ledger],
                ["network", a.Network, b.Network],
                ["ended", a.Ending, b.Ending],
                ["result", a.Result?.ToString() ?? Cells.None, b.Result?.ToString() ?? Cells.None],
                ["rounds", Numbers.Count(a.Cost.Rounds), Numbers.Count(b.Cost.Rounds)],
                ["training steps", Numbers.Count(a.Cost.Steps), Numbers.Count(b.Cost.Steps)],
                ["of these trained for it", Numbers.Count(a.Cost.StepsTrained), Numbers.Count(b.Cost.StepsTrained)],
                ["weight updates", Numbers.Count(a.Cost.WeightUpdates), Numbers.Count(b.Cost.WeightUpdates)],
                ["derivations", Numbers.Count(a.Cost.Derivations), Numbers.Count(b.Cost.Derivations)],
                ["environment", Environments(a), Environments(b)],
            ]);
    }

    private static string Environments(RunSide side) => side.Environments.Count == 0 ? "not recorded" : string.Join("\n", side.Environments.Select(SideText.Environment));
}
