using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>A line a layer and round, as git's <c>--stat</c> has one a file: what both masks keep (=), only A (-), only B (+).</summary>
internal sealed class DiffStat(Screen screen)
{
    private const int Bar = 24;

    /// <summary>Writes it.</summary>
    public void Write(LineageDiff diff)
    {
        foreach (var run in diff.Runs)
        {
            Write(run);
        }
    }

    private void Write(RunDiff run)
    {
        if (run.Difference is not { } difference)
        {
            screen.Line($"{run.A.Address} {run.B.Address}: identical");
            return;
        }

        screen.Line($"{run.A.Address} {run.B.Address}: {ReasonText.Headline(difference)}");
        var (name, count) = Widths(run);
        foreach (var round in run.Rounds.Where(static round => !round.IsEqual))
        {
            foreach (var layer in round.Layers.Where(static layer => layer.Overlap is { } overlap && overlap.OnlyInA + overlap.OnlyInB > 0))
            {
                screen.Line($" {round.A.Round,3} {layer.Layer.PadRight(name)} | {Numbers.Count(layer.Overlap!.InBoth).PadLeft(count)} = {Numbers.Count(layer.Overlap.OnlyInA).PadLeft(count)} - {Numbers.Count(layer.Overlap.OnlyInB).PadLeft(count)} + {Graph(layer.Overlap)}");
            }
        }

        screen.Line($" {Summary(run)}");
    }

    private static (int Name, int Count) Widths(RunDiff run)
    {
        var layers = run.Rounds.SelectMany(static round => round.Layers).Where(static layer => layer.Overlap is not null).ToList();
        return (
            layers.Select(static layer => layer.Layer.Length).DefaultIfEmpty().Max(),
            layers.Select(static layer => Numbers.Count(Math.Max(layer.Overlap!.InBoth, Math.Max(layer.Overlap.OnlyInA, layer.Overlap.OnlyInB))).Length).DefaultIfEmpty().Max());
    }

    private static string Graph(MaskOverlap overlap)
    {
        var either = (double)(overlap.InBoth + overlap.OnlyInA + overlap.OnlyInB);
        var both = (int)Math.Round(Bar * overlap.InBoth / either);
        var onlyInA = Math.Min(Bar - both, (int)Math.Round(Bar * overlap.OnlyInA / either));
        return new string('=', both) + new string('-', onlyInA) + new string('+', Bar - both - onlyInA);
    }

    private static string Summary(RunDiff run)
    {
        var equal = run.Rounds.Count(static round => round.IsEqual);
        var differing = run.Rounds.Count(static round => !round.IsEqual);
        var alone = run.OnlyInA.Count + run.OnlyInB.Count;
        return $"{Numbers.Count(differing, "round")} differ{(differing == 1 ? "s" : "")}, {Numbers.Count(equal)} equal{(alone > 0 ? $", {Numbers.Count(alone)} on one side only" : "")}";
    }
}
