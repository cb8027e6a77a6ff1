using Ledger.Application.Differences;
using Ledger.Cli.Screens;

namespace Ledger.Cli.Differences;

/// <summary>A comparison on the terminal: the reason first, then rounds, layers, cost and environments.</summary>
internal sealed class DiffScreen(Screen screen)
{
    /// <summary>Writes it; one line if nothing differs.</summary>
    public void Write(LineageDiff diff)
    {
        if (diff.IsIdentical)
        {
            screen.Line(Identical(diff));
            return;
        }

        foreach (var run in diff.Runs)
        {
            Write(run, isOneOfSeveral: diff.Runs.Count > 1);
        }

        WriteAlone("A", diff.OnlyInA);
        WriteAlone("B", diff.OnlyInB);
    }

    private static string Identical(LineageDiff diff)
    {
        var runs = diff.Runs.Count > 1 ? $"{Numbers.Count(diff.Runs.Count, "run")}, " : "";
        return $"identical: {runs}{Numbers.Count(diff.Runs.Sum(static run => run.Equal), "derivation")} and {Numbers.Count(diff.Runs.Sum(static run => run.EqualSteps), "training step")}, every bit";
    }

    private void Write(RunDiff run, bool isOneOfSeveral)
    {
        screen.Line($"A  {SideText.Title(run.A)}");
        screen.Line($"B  {SideText.Title(run.B)}");
        screen.Line();
        foreach (var line in ReasonText.Lines(run))
        {
            screen.Line(line);
        }

        if (run.Difference is null)
        {
            screen.Line();
            return;
        }

        WriteRounds(run, isOneOfSeveral);
        foreach (var line in SideText.Costs(run).Concat(SideText.Accounts(run)).Concat(SideText.Environments(run)))
        {
            screen.Line(line);
        }

        screen.Line();
    }

    private void WriteRounds(RunDiff run, bool isOneOfSeveral)
    {
        if (run.Rounds.Count == 0)
        {
            return;
        }

        screen.Show(RoundDiffTable.Of(run));
        if (run.Rounds.LastOrDefault(static round => !round.IsEqual) is { } last && !isOneOfSeveral)
        {
            WriteLayers(run, last);
        }
    }

    private void WriteLayers(RunDiff run, RoundDiff round)
    {
        screen.Line($"masks {Pair(round)}");
        screen.Show(LayerDiffTable.Masks(round));
        WriteState($"weights that both keep, trained, {Pair(round)}", round.End);
        WriteState($"weights that both keep, at the start, {Pair(round)}", round.Start);
        foreach (var line in CurveText.Lines(round))
        {
            screen.Line(line);
        }

        foreach (var missing in run.NotStored)
        {
            screen.Line($"{Numbers.Count(missing.States, "state")} of {missing.Side} not stored, so weights are left out: --rebuild makes them again, {Numbers.Count(missing.Steps, "training step")}");
        }

        if (run.Rounds.Count > 1)
        {
            screen.Line("other rounds by layer: --stat, --json, --html, or name a round on both sides");
        }

        screen.Line();
    }

    private void WriteState(string title, StateDiff? state)
    {
        if (state is null)
        {
            return;
        }

        if (state.IsSame || state.Tensors.Count == 0)
        {
            screen.Line($"{title}: the same bits, every one of them");
            screen.Line();
            return;
        }

        screen.Line(title);
        screen.Show(LayerDiffTable.Weights(state));
        foreach (var line in UlpText.Lines(state.All!.Ulps))
        {
            screen.Line(line);
        }

        screen.Line();
    }

    private void WriteAlone(string side, IReadOnlyList<int> replicates)
    {
        if (replicates.Count > 0)
        {
            screen.Line($"only {side} has replicate{(replicates.Count > 1 ? "s" : "")} {string.Join(", ", replicates)}");
        }
    }

    private static string Pair(RoundDiff round) => round.A.Round == round.B.Round ? $"in round {round.A.Round}" : $"in round {round.A.Round} of A and {round.B.Round} of B";
}
