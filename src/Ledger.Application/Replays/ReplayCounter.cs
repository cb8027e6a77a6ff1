using Ledger.Application.Replays.Planning;

namespace Ledger.Application.Replays;

/// <summary>Counts what several workers have done.</summary>
internal sealed class ReplayCounter(ReplayPlan plan, IProgress<ReplayProgress>? progress)
{
    private readonly long _ofSteps = plan.Steps;
    private long _steps;
    private int _tasks;

    /// <summary>Steps were made.</summary>
    public void Advance(int steps) => Report(Interlocked.Add(ref _steps, steps), Volatile.Read(ref _tasks));

    /// <summary>A task is done.</summary>
    public void Done() => Report(Interlocked.Read(ref _steps), Interlocked.Increment(ref _tasks));

    private void Report(long steps, int tasks) => progress?.Report(new ReplayProgress(steps, _ofSteps, tasks, plan.Tasks.Count));
}
