using Ledger.Application.Data;
using Ledger.Application.Operations;
using Ledger.Application.Training;
using Ledger.Events.Recorded;
using Ledger.Tickets.Derivations;
using Ledger.Training.Execution;
using Ledger.Training.States;

namespace Ledger.Application.Replays.Bisection;

/// <summary>Trains or evaluates on the fast and the reference device side by side, to find the first operation in which they differ.</summary>
public sealed class Lockstep(IDeviceFactory devices, DataShelf data)
{
    /// <summary>Trains from a state; the fast device alone up to the step before <paramref name="compareFrom"/>, then both until they differ.</summary>
    /// <param name="train">The trajectory.</param>
    /// <param name="start">Its state after <paramref name="from"/> steps.</param>
    /// <param name="mask">The ticket's mask, or null.</param>
    /// <param name="from">Steps that led to the state.</param>
    /// <param name="compareFrom">The first step that both make.</param>
    /// <param name="to">The last step.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public LockstepEnd Train(Train train, NetworkState start, WeightMask? mask, int from, int compareFrom, int to, CancellationToken cancellation = default)
    {
        using var device = new ComparingDevice(devices.CreateFast(), devices.CreateReference(), train.Recipe.Network);
        var ring = device.AllocateRing(1);
        var session = new TrainingSession(device, train.Recipe, data.Of(train.Data), start, mask, from, ring);
        StepTrained? last = null;
        while (session.Step < to && device.Mismatch is null)
        {
            cancellation.ThrowIfCancellationRequested();
            if (session.Step + 1 == compareFrom)
            {
                device.Engage();
            }

            session.Advance();
            var record = ring.Drain()[0];
            if (!record.IsFinite)
            {
                last = null;
                break;
            }

            last = TrajectoryExecution.Recorded(session.Step, record);
        }

        var mismatch = device.Mismatch is var (operation, element) ? new KernelMismatch(session.Step, operation, element) : null;
        return new LockstepEnd(mismatch, last, session.Capture());
    }

    /// <summary>Evaluates a state on both devices; the first operation in which they differ, or null.</summary>
    public KernelMismatch? Evaluate(Evaluate operation, NetworkState state, WeightMask? mask)
    {
        using var device = new ComparingDevice(devices.CreateFast(), devices.CreateReference(), operation.Network);
        device.Engage();
        Computation.Evaluate(device, operation, state, mask, data.Of(operation.Data));
        return device.Mismatch is var (name, element) ? new KernelMismatch(Step: null, name, element) : null;
    }
}
