using Ledger.Application.Data;
using Ledger.Application.Replays.Tasks;
using Ledger.Application.Training;
using Ledger.Tickets.Derivations;
using Ledger.Training.Execution;
using Ledger.Training.States;

namespace Ledger.Application.Replays;

/// <summary>Measures how fast this machine trains a network just now, by a few of its steps.</summary>
internal sealed class StepSpeed(IDeviceFactory devices, DataShelf data, TimeProvider clock)
{
    private const int MostSteps = 64;
    private static readonly TimeSpan LongEnough = TimeSpan.FromMilliseconds(50);

    /// <summary>Seconds that one multiply-add takes on one worker.</summary>
    public double SecondsPerWork(Train train)
    {
        using var device = devices.CreateFast();
        var network = train.Recipe.Network;
        var zero = new NetworkState(network, new float[network.ValueCount]);
        var ring = device.AllocateRing(MostSteps + 1);
        var session = new TrainingSession(device, train.Recipe, data.Of(train.Data), zero, mask: null, step: 0, ring);

        // The first step compiles, and touches the memory.
        session.Advance();
        var (began, steps) = (clock.GetTimestamp(), 0);
        do
        {
            session.Advance();
            steps++;
        }
        while (steps < MostSteps && clock.GetElapsedTime(began) < LongEnough);
        ring.Drain();
        return clock.GetElapsedTime(began).TotalSeconds / steps / SegmentTask.WorkOfStep(train.Recipe);
    }
}
