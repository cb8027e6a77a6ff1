using Ledger.Application.Experiments;
using Ledger.Cli.Screens;
using Ledger.Events.Specification;

namespace Ledger.Cli.Running;

/// <summary>A line a minute, for logs.</summary>
public sealed class ProgressLines(Screen screen, TimeProvider clock, ExperimentSpecification specification) : IProgress<ReplicateProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();
    private long _last = clock.GetTimestamp();

    /// <inheritdoc/>
    public void Report(ReplicateProgress value)
    {
        lock (_lock)
        {
            if (clock.GetElapsedTime(_last) < Pause)
            {
                return;
            }

            _last = clock.GetTimestamp();
            var done = (double)RunProgress.StepsDone(specification, value) / StepForecast.OfReplicate(specification);
            screen.Note($"replicate {value.Replicate}: round {value.Round}/{value.Rounds}, step {value.Training.Step}, loss {value.Training.Loss:0.000}, {Numbers.Percent(done)} of its steps");
        }
    }
}
