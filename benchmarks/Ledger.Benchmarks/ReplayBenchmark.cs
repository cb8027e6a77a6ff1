using System.Diagnostics;
using Ledger.Application.Experiments;
using Ledger.Application.Replays;
using Ledger.Events.Hashing;
using Ledger.Events.Specification;

namespace Ledger.Benchmarks;

/// <summary>Replays by one worker and by two, in turns: of a run with its cached states, and of three replicates from their seeds.</summary>
internal static class ReplayBenchmark
{
    // As in experiments/fashion-lenet-imp.yaml.
    private const int Steps = 8000;
    private const int Rewind = 4000;
    private const int Rounds = 8;

    public static async Task Run(int turns)
    {
        using var workbench = new Workbench(threads: 1);
        var runs = await Record(workbench);
        await Compare("cached states, 1 replicate", turns, jobs => Replay(workbench, runs.Take(1), new ReplayOptions(jobs, Records: false)));
        await Compare("from seed, 3 replicates", turns, jobs => Replay(workbench, runs, new ReplayOptions(jobs, FromSeed: true, Records: false)));
    }

    /// <summary>Ten segments of equal length a replicate: the dense training cut at the rewind point, and eight rounds.</summary>
    private static async Task<IReadOnlyList<Digest>> Record(Workbench workbench)
    {
        var specification = workbench.Loaded.Specification;
        var restore = new RestoreSpecification(RestoreRule.Rewind, RestoreRule.Zero, RestoreRule.Rewind, RestoreRule.Rewind);
        var experiment = workbench.Loaded with
        {
            Specification = specification with
            {
                Training = specification.Training with { Steps = Steps },
                Method = specification.Method with { Rounds = Rounds, RewindStep = Rewind, Restore = restore },
            },
        };
        return [.. (await workbench.Send(new RunExperiment(experiment, [0, 1, 2], Jobs: 2))).Select(static outcome => outcome.Run)];
    }

    private static async Task Replay(Workbench workbench, IEnumerable<Digest> runs, ReplayOptions options)
    {
        var reports = await workbench.Send(new ReplayRuns([.. runs.Select(static run => new ReplayTarget(run))], options));
        Trace.Assert(reports.All(static report => report.Difference is null), "replayed to equal");
    }

    private static async Task Compare(string name, int turns, Func<int, Task> replay)
    {
        var (one, two) = (new List<(double Wall, double Processor)>(), new List<(double Wall, double Processor)>());
        for (var turn = 0; turn < turns; turn++)
        {
            one.Add(await Time(() => replay(1)));
            two.Add(await Time(() => replay(2)));
        }

        var (wallOne, wallTwo) = (Median(one, static time => time.Wall), Median(two, static time => time.Wall));
        Console.WriteLine($"replay, {name}: 1 job {wallOne:F2} s, 2 jobs {wallTwo:F2} s (medians of {turns}): {wallOne / wallTwo:F2} times as fast");

        // Where others have the cores too, only this tells what the second worker costs.
        Console.WriteLine($"  processor time {Median(one, static time => time.Processor):F2} s and {Median(two, static time => time.Processor):F2} s");
    }

    private static async Task<(double Wall, double Processor)> Time(Func<Task> work)
    {
        var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await work();
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - processor).TotalSeconds);
    }

    private static double Median(List<(double Wall, double Processor)> times, Func<(double Wall, double Processor), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);
}
