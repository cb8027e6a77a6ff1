namespace Ledger.Application.Tests.Sharing;

/// <summary>A clock that stands still until the test moves it, and tells when somebody sleeps by it.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Sleep> _sleeps = [];
    private DateTimeOffset _now = DateTimeOffset.UnixEpoch;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            var sleep = new Sleep(this, () => callback(state), dueTime, _now + dueTime);
            _sleeps.Add(sleep);
            _changed.TrySetResult();
            return sleep;
        }
    }

    /// <summary>Moves on; whoever has slept long enough is awake when this returns.</summary>
    public void Advance(TimeSpan time)
    {
        List<Sleep> awake;
        lock (_lock)
        {
            _now += time;
            awake = [.. _sleeps.Where(sleep => sleep.Until <= _now)];
            _sleeps.RemoveAll(awake.Contains);
        }

        awake.ForEach(static sleep => sleep.Wake());
    }

    /// <summary>Waits until somebody sleeps for so long.</summary>
    public async Task Sleeper(TimeSpan time)
    {
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_sleeps.Exists(sleep => sleep.Time == time))
                {
                    return;
                }

                _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                changed = _changed.Task;
            }

            await changed.WaitAsync(TimeSpan.FromMinutes(1));
        }
    }

    /// <summary>Moves on by <paramref name="time"/> whenever somebody sleeps for so long, until the work is done.</summary>
    public async Task<T> While<T>(Task<T> work, TimeSpan time)
    {
        while (await Task.WhenAny(work, Sleeper(time)) != work)
        {
            Advance(time);
        }

        return await work;
    }

    private sealed class Sleep(ManualClock clock, Action wake, TimeSpan time, DateTimeOffset until) : ITimer
    {
        public TimeSpan Time => time;

        public DateTimeOffset Until => until;

        public void Wake() => wake();

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException("nobody changes a timer here");

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._sleeps.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
