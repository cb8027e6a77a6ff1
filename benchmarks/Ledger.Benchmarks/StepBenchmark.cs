using System.Diagnostics;
using Ledger.Application.Operations;
using Ledger.Application.Training;
using Ledger.Tickets.Derivations;
using Ledger.Training.Execution;

namespace Ledger.Benchmarks;

/// <summary>
/// A training step alone and a training step with everything recorded that a run records: the same training, in turns, so that
/// what disturbs one disturbs the other. One line a segment, for <c>benchmarks/run</c> to put beside its peer.
/// </summary>
internal static class StepBenchmark
{
    /// <summary>Steps of a segment: as many as a chunk that is recorded at once.</summary>
    private const int Segment = TrajectoryExecution.Chunk;

    /// <summary>Steps between two turns: as many as between two checkpoints.</summary>
    private const int Turn = 8 * Segment;

    public static async Task Run(int threads, int batch, int turns)
    {
        using var workbench = new Workbench(threads);
        var experiment = workbench.Experiment(batch);
        var initialize = new InitializeWeights(experiment.Network, experiment.Specification.Initialiser, experiment.InitSeed);
        var initial = await workbench.Send(new Initialize(initialize));
        var train = new Train(experiment.Recipe(0, 0), initial.Completed.Output, Mask: null, experiment.Data);

        using var device = workbench.Devices.CreateFast();
        var ring = device.AllocateRing(Segment);
        var session = new TrainingSession(device, train.Recipe, workbench.Data.Source, Computation.Initialize(initialize), mask: null, step: 0, ring);
        await Console.Error.WriteLineAsync(device.Name);
        for (var turn = 0; turn <= turns; turn++)
        {
            var recorded = await Recorded(workbench, train, (turn + 1) * Turn);
            var bare = Bare(session);

            // The first turn compiles.
            if (turn > 0)
            {
                bare.Print($"bare {threads} {batch}");
                recorded.Print($"recorded {threads} {batch}");
            }
        }
    }

    /// <summary>The last segment has the state that is stored at the end.</summary>
    private static async Task<Laps> Recorded(Workbench workbench, Train train, int to)
    {
        var laps = new Laps(Segment);
        await workbench.Send(new AdvanceTrajectory(train, to, laps));
        laps.ProlongLast();
        return laps;
    }

    private static Laps Bare(TrainingSession session)
    {
        var laps = new Laps(Segment);
        for (var segment = 0; segment < Turn / Segment; segment++)
        {
            for (var step = 0; step < Segment; step++)
            {
                session.Advance();
            }

            session.Ring.Drain();
            laps.Lap();
        }

        return laps;
    }
}
