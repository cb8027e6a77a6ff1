using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Cli.Answers;
using Ledger.Cli.Screens;
using Ledger.Events.Recorded;

namespace Ledger.Cli.Running;

/// <summary>What came out of replicates: their table and digests as the answer, the work and what to do next beside it.</summary>
public sealed class RunReport(Screen screen, FailureReport failures)
{
    /// <summary>Writes it.</summary>
    public void Write(ExperimentResult result)
    {
        screen.Answer(Document(result), () => WriteAnswer(result));
        WriteNotes(result);
    }

    /// <summary>Writes several, as one document with <c>--json</c>.</summary>
    public void Write(IReadOnlyList<ExperimentResult> results)
    {
        if (screen.IsJson)
        {
            screen.Document(new ExperimentsAnswer([.. results.Select(Document)]));
            return;
        }

        foreach (var result in results)
        {
            screen.Line(result.Experiment.Name);
            Write(result);
        }
    }

    private void WriteNotes(ExperimentResult result)
    {
        foreach (var (round, layer) in DeadLayers(result.Summaries))
        {
            screen.Note($"warning: round {round} keeps no weight of {layer}: nothing passes this layer any more", Tone.Warning);
        }

        foreach (var fault in result.Outcomes.Select(static outcome => outcome.Fault).OfType<Exception>())
        {
            failures.Tell(fault);
        }

        screen.Note($"{Work(result.Outcomes)}, in {Numbers.Duration(result.Time)}");
        if (result.Outcomes.FirstOrDefault(static outcome => outcome.Result is not null) is { } first)
        {
            screen.Note($"Next: ledger replay {ShortId.Of(first.Run)}   ledger show {ShortId.Of(first.Run)}");
        }
    }

    /// <summary>For example <c>12 000 steps trained, 150 000 found in the ledger</c>.</summary>
    public static string Work(IReadOnlyList<ReplicateOutcome> outcomes)
    {
        var (trained, reused, repeated) = (outcomes.Sum(static o => o.StepsTrained), outcomes.Sum(static o => o.StepsReused), outcomes.Sum(static o => o.StepsRepeated));
        if (trained == 0 && repeated == 0 && outcomes.All(static outcome => outcome.Computed == 0))
        {
            return $"{Numbers.Count(reused, "step")} found in the ledger; nothing recomputed";
        }

        return $"{Numbers.Count(trained, "step")} trained, {Numbers.Count(reused)} found in the ledger"
            + (repeated > 0 ? $", {Numbers.Count(repeated)} computed again on the way and equal" : "");
    }

    private void WriteAnswer(ExperimentResult result)
    {
        var (experiment, outcomes, summaries, _) = result;
        if (summaries.Any(static summary => summary.Rounds.Count > 0))
        {
            screen.Show(RoundTable.Of(experiment.Specification.Evaluation.Splits, summaries));
        }

        foreach (var (outcome, summary) in outcomes.Zip(summaries))
        {
            screen.Line($"replicate {outcome.Replicate}  run {ShortId.Of(outcome.Run)}");
            screen.Line($"  {End(outcome, summary.Diverged)}");
        }
    }

    private static string End(ReplicateOutcome outcome, RunDiverged? diverged) => (outcome, diverged) switch
    {
        ({ Result: { } result }, _) => $"result {result}",
        ({ Fault: not null }, _) => $"failed: {outcome.Failure}",
        (_, { } end) => $"diverged in round {end.Round} at step {Numbers.Count(end.Step)}; lower training.rate",
        _ => outcome.Failure ?? "not finished",
    };

    private static IEnumerable<(int Round, string Layer)> DeadLayers(IReadOnlyList<RunSummary> summaries) => summaries
        .SelectMany(static summary => summary.Rounds.SelectMany(static round => round.DeadLayers.Select(layer => (round.Round, layer))))
        .Distinct()
        .Order();

    private static RunAnswer Document(ExperimentResult result) => new(
        result.Experiment.Name,
        result.Summaries[0].Experiment,
        [.. result.Outcomes.Zip(result.Summaries, static (outcome, summary) => new RunResult(
            outcome.Run,
            outcome.Replicate,
            outcome.Result,
            summary.Diverged is { } diverged ? new Divergence(diverged.Round, diverged.Step) : null,
            outcome.Fault is null ? null : outcome.Failure,
            outcome.StepsTrained,
            outcome.StepsReused,
            outcome.StepsRepeated,
            outcome.Computed,
            outcome.Found,
            summary.Rounds))]);
}
