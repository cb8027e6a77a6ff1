using System.Diagnostics;
using Ledger.Application.Addresses;
using Ledger.Application.Experiments;
using Ledger.Application.Rebuilds;
using Ledger.Application.Storage;

namespace Ledger.Benchmarks;

/// <summary>The time in which a ticket that is rewound to step 0 comes back from its mask and the initialisation's seed.</summary>
internal static class RebuildBenchmark
{
    private const int Steps = 300;
    private const int Repetitions = 15;

    public static async Task Run()
    {
        using var workbench = new Workbench(threads: 1);
        var specification = workbench.Loaded.Specification;
        var experiment = workbench.Loaded with { Specification = specification with { Training = specification.Training with { Steps = Steps } } };
        var outcome = (await workbench.Send(new RunExperiment(experiment, [0], Jobs: 1)))[0];
        var round = experiment.Specification.Method.Rounds;
        var address = await workbench.Get<AddressResolver>().Resolve($"{ShortId.Of(outcome.Run)}/{round}");
        var target = await workbench.Send(new ResolveTarget(address));

        var times = new List<double>();
        for (var n = 0; n < Repetitions; n++)
        {
            await workbench.Send(new CollectGarbage(AllStates: true, PlanOnly: false));
            var start = Stopwatch.GetTimestamp();
            var plan = await workbench.Send(new PlanRebuild(target));
            var file = await workbench.Send(new Rebuild(target, plan));
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Trace.Assert(plan.Count == 2 && file.Length > 0, "drawn and rewound, nothing trained");
        }

        var later = times.Skip(1).Order().ToList();
        Console.WriteLine($"rebuild first {times[0]:F1} ms, later min {later[0]:F1} ms, median {later[later.Count / 2]:F1} ms");
    }
}
