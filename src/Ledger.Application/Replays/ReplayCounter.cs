using Ledger.Application.Replays.Planning;

namespace Ledger.Application.Replays;

/// <summary>Counts what several workers have done.</summary>
internal sealed class ReplayCounter(ReplayPlan plan, IReplayWatch? watch)
{
    private readonly long _ofSteps = plan.Steps;
    private long _steps;
    private int _tasks;

    /// <summary>Steps were made.</summary>
    public void Advance(int steps) => Report(Interlocked.Add(ref _steps, steps), Volatile.Read(ref _tasks));

    /// <summary>A task is done.</summary>
    public void Done() => Report(Interlocked.Read(ref _steps), Interlocked.Increment(ref _tasks));

    /// <summary>A way of so many steps is gone by the reference.</summary>
    public void Settle(int steps) => watch?.Settles(steps);

    private void Report(long steps, int tasks) => watch?.Report(new ReplayProgress(steps, _ofSteps, tasks, plan.Tasks.Count));
}
