using Ledger.Application.Projections;
using Ledger.Application.Queries;
using Ledger.Application.Specifications;
using Ledger.Cli.Screens;
using Ledger.Training.Networks;
using Spectre.Console;

namespace Ledger.Cli.Showing;

/// <summary>A run in full.</summary>
internal sealed class RunScreen(Screen screen)
{
    /// <summary>Writes it.</summary>
    public void Write(Shown.OfRun shown)
    {
        var run = shown.Run;
        screen.Line($"run         {run.Id}");
        screen.Line($"digest      {run.Run}");
        screen.Line($"experiment  {run.Experiment}");
        screen.Line($"name        {run.Name ?? Cells.None}, replicate {run.Replicate}");
        screen.Line($"status      {Words.Of(run.Status)}{(run.IsUnconfirmed ? ", imported and not computed here yet" : "")}, {Rounds(run)}{Words.Disputes(run.Disputes)}");
        if (run is { Holder: { } holder, Expires: { } expires })
        {
            screen.Line($"held by     {holder}, until {Numbers.Time(expires)}");
        }

        screen.Line($"seeds       run {run.Seed}, init {shown.InitSeed}, order {shown.OrderSeed}");
        screen.Line($"result      {run.Result?.ToString() ?? "not yet"}");
        screen.Line($"replays     {(run.Replays == 0 ? "none recorded" : $"{run.Replays} found every bit equal")}");
        foreach (var attempt in run.Attempts)
        {
            screen.Line($"attempt     {attempt.Began ?? Cells.None}  {Words.Of(attempt.Status)}{Work(attempt)}{(attempt.Device is { } device ? $" on {device}" : "")}");
        }

        WriteRounds(shown.Lineage, shown.Accounts);
        screen.Line();
        screen.Line(SpecificationWriter.Write(new LoadedExperiment(run.Name ?? run.Id, null, shown.Specification, (run.Replicate ?? 0) + 1, null)).TrimEnd());
    }

    private void WriteRounds(RunLineage lineage, IReadOnlyList<NetworkAccount>? accounts)
    {
        if (lineage.Rounds.Count == 0)
        {
            return;
        }

        screen.Show(RoundsTable.Of(lineage, accounts));
        screen.Show(LayerTable.Of(lineage));
    }

    private static string Rounds(BookedRun run) => run.Round is { } round ? $"round {round} of {run.Rounds}, {Numbers.Count(run.Steps, "step")}" : "no round begun";

    private static string Work(RunAttempt attempt) => attempt switch
    {
        { Reason: { } reason } => $": {reason}",
        { StepsTrained: { } trained, StepsReused: { } reused } => $", {Numbers.Count(trained, "step")} trained, {Numbers.Count(reused)} found",
        _ => "",
    };
}
