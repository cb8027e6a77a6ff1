namespace Ledger.Arithmetic.Fast;

/// <summary>
/// Threads that share the outputs of one operation after the other. Work is a function pointer over the caller's stack, so that
/// nothing is allocated; workers spin briefly between operations, then sleep.
/// </summary>
internal sealed unsafe class ThreadTeam : IDisposable
{
    // About ten microseconds: longer than the gaps within a training step, shorter than anybody notices.
    private const int SpinsBeforeSleep = 2000;

    private readonly Lock _gate = new();
    private readonly Thread[] _workers;
    private readonly SemaphoreSlim[] _alarms;
    private readonly int[] _asleep;
    private delegate*<void*, int, int, void> _work;
    private void* _argument;
    private int _round;
    private int _unfinished;
    private volatile bool _isClosed;

    public ThreadTeam(int threads)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        Size = threads;
        _alarms = [.. Enumerable.Range(1, threads - 1).Select(_ => new SemaphoreSlim(0))];
        _asleep = new int[threads - 1];
        _workers = [.. Enumerable.Range(1, threads - 1).Select(part => new Thread(() => Serve(part)) { IsBackground = true, Name = $"kernel {part}" })];
        foreach (var worker in _workers)
        {
            worker.Start();
        }
    }

    /// <summary>Number of threads, the caller's included.</summary>
    public int Size { get; }

    /// <summary>Runs <paramref name="work"/>(argument, part, parts) for every part, and returns when all are done.</summary>
    public void Run(delegate*<void*, int, int, void> work, void* argument)
    {
        if (Size == 1)
        {
            work(argument, 0, 1);
            return;
        }

        _work = work;
        _argument = argument;
        Volatile.Write(ref _unfinished, Size - 1);
        Interlocked.Increment(ref _round);
        WakeSleepers();
        work(argument, 0, Size);
        var wait = default(SpinWait);
        while (Volatile.Read(ref _unfinished) != 0)
        {
            wait.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Ends the workers.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
        }

        foreach (var alarm in _alarms)
        {
            alarm.Release();
        }

        foreach (var worker in _workers)
        {
            worker.Join();
        }

        foreach (var alarm in _alarms)
        {
            alarm.Dispose();
        }
    }

    private void WakeSleepers()
    {
        for (var n = 0; n < _alarms.Length; n++)
        {
            if (Interlocked.Exchange(ref _asleep[n], 0) != 0)
            {
                _alarms[n].Release();
            }
        }
    }

    private void Serve(int part)
    {
        for (var seen = 0; ; seen++)
        {
            AwaitRoundAfter(seen, part);
            if (_isClosed)
            {
                return;
            }

            _work(_argument, part, Size);
            Interlocked.Decrement(ref _unfinished);
        }
    }

    private void AwaitRoundAfter(int seen, int part)
    {
        for (var spins = 0; Volatile.Read(ref _round) == seen && !_isClosed; spins++)
        {
            if (spins < SpinsBeforeSleep)
            {
                Thread.SpinWait(4);
                continue;
            }

            // Announced before the last look, so that a round begun in between rings the alarm, or is seen.
            Interlocked.Exchange(ref _asleep[part - 1], 1);
            if (Volatile.Read(ref _round) == seen && !_isClosed)
            {
                _alarms[part - 1].Wait();
            }
            else if (Interlocked.Exchange(ref _asleep[part - 1], 0) == 0)
            {
                _alarms[part - 1].Wait();
            }
        }
    }
}
