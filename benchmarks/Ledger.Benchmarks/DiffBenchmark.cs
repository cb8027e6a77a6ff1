using System.Diagnostics;
using Ledger.Application.Addresses;
using Ledger.Application.Differences;
using Ledger.Application.Experiments;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Benchmarks;

/// <summary>The time to compare two lineages of fifteen rounds, with the peak memory of the comparison and the recording before it.</summary>
internal static class DiffBenchmark
{
    private const int Rounds = 15;
    private const int Repetitions = 5;

    /// <summary>LeNet-300-100, then a perceptron of 300 000 parameters: convolutional networks do not exist here yet.</summary>
    public static async Task Run(int steps)
    {
        foreach (var network in new[] { "lenet-300-100", "mlp:784-320-150-10" })
        {
            using var workbench = new Workbench(threads: 1);
            var specification = Specification(workbench.Loaded.Specification, network, steps);
            var runs = await workbench.Send(new RunExperiment(workbench.Loaded with { Specification = specification }, [0, 1], Jobs: 1));
            var coarse = await workbench.Send(new RunExperiment(workbench.Loaded with { Specification = specification with { Method = specification.Method with { Fraction = 0.3m, OutputFraction = 0.15m } } }, [0], Jobs: 1));
            Console.WriteLine($"{network}, {Rounds} rounds of {steps} steps, recording done at {Peak()} MB");
            await Measure(workbench, "other seed", runs[0].Run, runs[1].Run);
            await Measure(workbench, "other prune rate", runs[0].Run, coarse[0].Run);
        }
    }

    private static async Task Measure(Workbench workbench, string what, Digest a, Digest b)
    {
        var (times, busy) = (new List<double>(), new List<double>());
        var compared = 0L;
        for (var n = 0; n < Repetitions; n++)
        {
            var (start, before) = (Stopwatch.GetTimestamp(), Busy());
            var diff = await workbench.Send(new DiffLineages(ShortId.Of(a), ShortId.Of(b)));
            times.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
            busy.Add(Busy() - before);
            compared = diff.Runs[0].Rounds.Sum(static round => (round.Start?.All?.Shared ?? 0) + (round.End?.All?.Shared ?? 0));
            Trace.Assert(compared > 0, "weights were compared");
        }

        Console.WriteLine($"  {what,-18} first {times[0]:F2} s, least {times.Min():F2} s on the clock, first {busy[0]:F2}, least {busy.Min():F2} by the processor; {compared:N0} weights; peak resident set {Peak()} MB");
    }

    private static ExperimentSpecification Specification(ExperimentSpecification specification, string network, int steps) => specification with
    {
        Network = network,
        Training = specification.Training with { Steps = steps },
        Method = specification.Method with { Rounds = Rounds },
    };

    private static double Busy() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static string Peak() => $"{Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:F0}";
}
