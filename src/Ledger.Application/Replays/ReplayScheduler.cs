using Ledger.Application.Replays.Planning;
using Ledger.Application.Replays.Tasks;

namespace Ledger.Application.Replays;

/// <summary>
/// Does the tasks of a plan on several workers, the one on the longest way first; where many states are held, those that let states go
/// first. What comes out does not depend on the order.
/// </summary>
/// <param name="plan">The tasks.</param>
/// <param name="materials">Holds what tasks wait for.</param>
/// <param name="mayBegin">False for a draw that is not to begin any more.</param>
internal sealed class ReplayScheduler(ReplayPlan plan, ReplayMaterials materials, Func<ReplayTask, bool> mayBegin)
{
    private const int HeldByWorker = 8;

    private readonly Lock _lock = new();
    private readonly List<ReplayTask> _ready = [.. plan.Tasks.Where(static task => task.Before.Count == 0)];
    private readonly Dictionary<ReplayTask, int> _waiting = plan.Tasks.ToDictionary(static task => task, static task => task.Before.Count);
    private readonly Dictionary<int, int> _firstDifference = [];
    private TaskCompletionSource _changed = NewSignal();
    private int _running;
    private int _lastTurn = -1;

    /// <summary>Does the tasks.</summary>
    /// <param name="jobs">How many at once.</param>
    /// <param name="work">Does one.</param>
    /// <param name="cancellation">Stops.</param>
    public Task Run(int jobs, Func<ReplayTask, Func<bool>, CancellationToken, Task<TaskOutcome?>> work, CancellationToken cancellation)
    {
        foreach (var need in plan.Tasks.SelectMany(static task => task.Awaited))
        {
            materials.Await(need);
        }

        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation };
        return Parallel.ForAsync(0, jobs, options, async (_, stop) =>
        {
            while (await Next(jobs, stop) is { } task)
            {
                Complete(task, await work(task, () => IsWanted(task), stop));
            }
        });
    }

    /// <summary>The next task, when there is one; null when nothing is left.</summary>
    private async Task<ReplayTask?> Next(int jobs, CancellationToken cancellation)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (Pick(jobs) is { } task)
                {
                    _running++;
                    return task;
                }

                if (_running == 0)
                {
                    return null;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellation);
        }
    }

    private ReplayTask? Pick(int jobs)
    {
        if (_firstDifference.Count > 0)
        {
            DropSuperfluous();
        }

        var isFull = materials.Held >= HeldByWorker * jobs;
        var best = _ready.MinBy(task => (task.Turn, isFull ? -StatesLetGo(task) : 0, -task.LongestWay));
        if (best is null || (best.Turn > _lastTurn && !mayBegin(best)))
        {
            return null;
        }

        _lastTurn = Math.Max(_lastTurn, best.Turn);
        _ready.Remove(best);
        return best;
    }

    private void DropSuperfluous()
    {
        foreach (var superfluous in _ready.Where(task => !IsWantedNow(task)).ToList())
        {
            _ready.Remove(superfluous);
            Drop(superfluous, outcome: null);
        }
    }

    /// <summary>States that nobody else waits for, without the one that the task makes for others.</summary>
    private static int StatesLetGo(ReplayTask task) =>
        task.Before.Count(maker => maker.After.TrueForAll(other => other == task || other.Outcome is not null)) - (task.After.Count > 0 ? 1 : 0);

    private void Complete(ReplayTask task, TaskOutcome? outcome)
    {
        lock (_lock)
        {
            _running--;
            if (outcome is { IsEqual: true })
            {
                Finish(task, outcome);
            }
            else
            {
                foreach (var (run, index) in outcome is null ? [] : task.Uses)
                {
                    _firstDifference[run] = Math.Min(index, _firstDifference.GetValueOrDefault(run, int.MaxValue));
                }

                Drop(task, outcome);
            }

            _changed.SetResult();
            _changed = NewSignal();
        }
    }

    private void Finish(ReplayTask task, TaskOutcome outcome)
    {
        Settle(task, outcome);
        foreach (var next in task.After)
        {
            if (_waiting.TryGetValue(next, out var makers))
            {
                _waiting[next] = makers - 1;
                if (makers == 1)
                {
                    _ready.Add(next);
                }
            }
        }
    }

    /// <summary>Ends a task, and all that wait for it, without an output.</summary>
    private void Drop(ReplayTask task, TaskOutcome? outcome)
    {
        if (_waiting.Remove(task))
        {
            Settle(task, outcome);
            task.After.ForEach(next => Drop(next, outcome));
        }
    }

    private void Settle(ReplayTask task, TaskOutcome? outcome)
    {
        task.Outcome = outcome;
        foreach (var need in task.Awaited)
        {
            materials.Release(need);
        }
    }

    private bool IsWanted(ReplayTask task)
    {
        lock (_lock)
        {
            return IsWantedNow(task);
        }
    }

    /// <summary>True if some run uses the task before its first known difference.</summary>
    private bool IsWantedNow(ReplayTask task) => task.Uses.Exists(use => use.Index <= _firstDifference.GetValueOrDefault(use.Run, int.MaxValue));

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
