using Ledger.Application.Experiments;
using Ledger.Cli.Screens;
using Ledger.Events.Specification;
using Spectre.Console;

namespace Ledger.Cli.Running;

/// <summary>One bar for each replicate.</summary>
public sealed class ProgressBars : IProgress<ReplicateProgress>
{
    private readonly ExperimentSpecification _specification;
    private readonly Dictionary<int, ProgressTask> _bars;

    /// <summary>Draws the bars.</summary>
    public ProgressBars(ProgressContext context, ExperimentSpecification specification, IReadOnlyList<int> replicates)
    {
        _specification = specification;
        var steps = StepForecast.OfReplicate(specification);
        _bars = replicates.ToDictionary(static replicate => replicate, replicate => context.AddTask($"replicate {replicate}", maxValue: steps));
    }

    /// <inheritdoc/>
    public void Report(ReplicateProgress value)
    {
        var training = value.Training;
        var bar = _bars[value.Replicate];
        bar.Value = RunProgress.StepsDone(_specification, value);
        bar.Description = $"replicate {value.Replicate}: round {value.Round}/{value.Rounds}, step {Numbers.Count(training.Step)}, loss {training.Loss:0.000}, {Numbers.Percent(training.Accuracy)}";
    }
}
