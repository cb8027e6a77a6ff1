using System.Diagnostics;
using Ledger.Arithmetic.Devices;
using Ledger.Arithmetic.Fast;
using Ledger.Arithmetic.Operations;
using Ledger.Arithmetic.Tensors;
using Ledger.Training.Data;
using Ledger.Training.Execution;
using Ledger.Training.Initialisers;
using Ledger.Training.Networks;
using Ledger.Training.Recipes;
using Ledger.Training.Schedules;
using Ledger.Training.States;

namespace Ledger.Benchmarks;

/// <summary>Steps of a named network on 32 × 32 × 3 images, dense or as a ticket, and where their time goes.</summary>
internal static class NetworkBenchmark
{
    private const int Classes = 10;

    /// <summary>Prints name, threads, batch, density, milliseconds a step (least, median, least of the processor), GFLOP/s, peak MiB; with operations, also the time of each kind of operation.</summary>
    public static void Run(string name, int threads, int batch, int steps, double density, bool showsOperations)
    {
        var network = NetworkCatalogue.Find(name, new Features(32, 32, 3), Classes) ?? throw new ArgumentException($"no network {name}");
        using var cpu = new CpuDevice(threads);
        var tally = new TallyingDevice(cpu);
        IDevice device = showsOperations ? tally : cpu;
        var session = Session(device, network, batch, density);
        session.Advance();
        session.Ring.Drain();
        tally.Reset();
        var (times, busy) = (new List<double>(), double.MaxValue);
        for (var step = 0; step < steps; step++)
        {
            var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
            session.Advance();
            busy = Math.Min(busy, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            session.Ring.Drain();
        }

        times.Sort();
        var flops = 2.0 * batch * NetworkCost.StepMultiplyAdds(network);
        Console.WriteLine($"ledger:{name} {threads} {batch} {density:0.###} {times[0]:F2} {times[times.Count / 2]:F2} {busy:F2} {flops / times[0] / 1e6:F1} {Process.GetCurrentProcess().PeakWorkingSet64 >> 20}");
        if (showsOperations)
        {
            tally.Print(steps);
        }
    }

    private static TrainingSession Session(IDevice device, NetworkDescription network, int batch, double density)
    {
        var data = new SyntheticSet(32 * 32 * 3, Classes, 60, 1).Draw(train: 4 * batch, test: 1);
        var recipe = new TrainingRecipe(
            network, new SampleRange("train", 0, 4 * batch), "unit/1", "softmax_cross_entropy/1", batch, "sgd/1", 0.9m, 0.0001m, new MultiStepSchedule(0.01m, [], 1m),
            OrderSeed: 1, SchedulePosition: 0, DataPosition: 0, DropoutSeed: 1);
        var mask = density < 1 ? Mask(network, density) : null;
        var values = InitialiserCatalogue.Find("kaiming_normal/1")!.Draw(network, seed: 1);
        return new TrainingSession(device, recipe, data, new NetworkState(network, mask?.Select(values) ?? values), mask, 0, device.AllocateRing(1));
    }

    private static WeightMask Mask(NetworkDescription network, double density)
    {
        var mask = WeightMask.Dense(network);
        foreach (var (weight, layer) in network.Weights().Select(static (weight, layer) => (weight, layer)))
        {
            for (var i = 0; i < weight.Size; i++)
            {
                if ((uint)(i * 2654435761u) > density * uint.MaxValue)
                {
                    mask.Prune(layer, i);
                }
            }
        }

        return mask;
    }
}
