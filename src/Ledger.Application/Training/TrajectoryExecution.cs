using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.Replays.Bisection;
using Ledger.Arithmetic.Devices;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Execution;
using Ledger.Training.States;

namespace Ledger.Application.Training;

/// <summary>Computes steps of a trajectory from one of its states; knows nothing of what is recorded.</summary>
public sealed class TrajectoryExecution(IDeviceFactory devices, DataShelf data, TimeProvider clock)
{
    /// <summary>Most steps that are computed before they are handed out.</summary>
    public const int Chunk = 1024;

    // Slow steps are handed out sooner: where a chunk ends cannot be seen in what is recorded.
    private static readonly TimeSpan LongestChunk = TimeSpan.FromSeconds(2);

    /// <summary>Makes the steps after <paramref name="from"/> up to <paramref name="to"/>, handing them out in chunks with the means to take the state after each.</summary>
    /// <param name="train">What the trajectory is.</param>
    /// <param name="state">Its state after <paramref name="from"/> steps.</param>
    /// <param name="mask">The ticket's mask, or null.</param>
    /// <param name="from">Steps that led to the state.</param>
    /// <param name="to">The last step to make.</param>
    /// <param name="cancellation">Stops between chunks.</param>
    /// <returns>Chunks in order; the last one ends early, with <see cref="ComputedChunk.DivergedAt"/>, if the training diverges.</returns>
    public IEnumerable<ComputedChunk> Run(Train train, NetworkState state, WeightMask? mask, int from, int to, CancellationToken cancellation)
    {
        using var device = devices.CreateFast();
        var ring = device.AllocateRing(Chunk);
        var session = new TrainingSession(device, train.Recipe, data.Of(train.Data), state, mask, from, ring);
        while (session.Step < to)
        {
            cancellation.ThrowIfCancellationRequested();
            var first = session.Step + 1;
            var began = clock.GetTimestamp();
            while (session.Step < to && !ring.IsFull && clock.GetElapsedTime(began) < LongestChunk)
            {
                session.Advance();
            }

            var (steps, isFinite) = Drain(ring, first);
            if (!isFinite)
            {
                Confirm(train, state, mask, from, first + steps.Count);
                yield return new ComputedChunk(steps, first + steps.Count, static () => throw new InvalidOperationException("a diverged training has no state"));
                yield break;
            }

            yield return new ComputedChunk(steps, DivergedAt: null, session.Capture);
        }
    }

    /// <summary>One step by the reference kernels, from the state before it.</summary>
    public StepRecord ReferenceStep(Train train, NetworkState before, WeightMask? mask, int step)
    {
        using var device = devices.CreateReference();
        var ring = device.AllocateRing(1);
        new TrainingSession(device, train.Recipe, data.Of(train.Data), before, mask, step - 1, ring).Advance();
        return ring.Drain()[0];
    }

    /// <summary>The trajectory's state after <paramref name="to"/> steps.</summary>
    public NetworkState StateAt(Train train, NetworkState state, WeightMask? mask, int from, int to, CancellationToken cancellation)
    {
        var last = state;
        foreach (var chunk in Run(train, state, mask, from, to, cancellation))
        {
            if (chunk.DivergedAt is { } step)
            {
                throw new DifferingResultException($"the training diverged at step {step} on the way to step {to}, which is recorded as reached");
            }

            last = chunk.Steps[^1].Step == to ? chunk.Capture() : last;
        }

        return last;
    }

    /// <summary>A step as it is recorded.</summary>
    public static StepTrained Recorded(int step, StepRecord record) =>
        new(step, record.Loss, record.Correct, new Hex128(record.Fingerprint.First, record.Fingerprint.Second));

    private static (IReadOnlyList<StepTrained> Steps, bool IsFinite) Drain(StepRing ring, int first)
    {
        var steps = new List<StepTrained>(ring.Pending);
        foreach (var record in ring.Drain())
        {
            if (!record.IsFinite)
            {
                return (steps, false);
            }

            steps.Add(Recorded(first + steps.Count, record));
        }

        return (steps, true);
    }

    /// <summary>A step that the fast kernels flag is redone by the reference, whose word it is.</summary>
    private void Confirm(Train train, NetworkState state, WeightMask? mask, int from, int step)
    {
        var before = StateAt(train, state, mask, from, step - 1, CancellationToken.None);
        if (ReferenceStep(train, before, mask, step).IsFinite)
        {
            var mismatch = new Lockstep(devices, data).Train(train, state, mask, from, compareFrom: step, step).Mismatch;
            throw KernelFaultException.In($"step {step}, in which the fast kernels report an infinite or undefined number", mismatch);
        }
    }
}
