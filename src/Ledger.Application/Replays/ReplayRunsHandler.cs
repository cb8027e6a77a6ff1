using Ledger.Application.Data;
using Ledger.Application.Failures;
using Ledger.Application.History;
using Ledger.Application.Replays.Bisection;
using Ledger.Application.Replays.Planning;
using Ledger.Application.Replays.Programs;
using Ledger.Application.Replays.Recorded;
using Ledger.Application.Replays.Tasks;
using Ledger.Application.Training;
using Ledger.Store.Contract;
using MediatR;

namespace Ledger.Application.Replays;

/// <summary>Handles <see cref="ReplayRuns"/>: reads the record, plans, tells the cost, computes, judges in program order, records.</summary>
public sealed class ReplayRunsHandler(ILedgerStore store, DerivationLog log, IDeviceFactory devices, DataShelf data, Arbiter arbiter, Lockstep lockstep, TimeProvider clock)
    : IRequestHandler<ReplayRuns, IReadOnlyList<ReplayReport>>
{
    /// <inheritdoc/>
    /// <exception cref="KernelFaultException">This machine's fast kernels contradict the reference; nothing is recorded.</exception>
    public async Task<IReadOnlyList<ReplayReport>> Handle(ReplayRuns request, CancellationToken cancellationToken)
    {
        var options = request.Options;
        var recorded = await Read(request, cancellationToken);
        var used = options.Reference ? new ReferenceDevices(devices) : devices;
        ulong? draw = options.Budget is null ? null : options.Draw ?? SegmentDraw.NewSeed();
        using var plan = await Compute(recorded, request, used, draw, cancellationToken);
        var verdicts = plan.Runs.Select((run, number) => Judge(plan, run, number, draw)).ToList();
        return options.Records ? await Record(plan, verdicts, used, cancellationToken) : [.. verdicts.Select(static verdict => verdict.Report)];
    }

    /// <summary>Plans and computes; once more without the states of others, where one of them may have led astray.</summary>
    private async Task<ReplayPlan> Compute(IReadOnlyList<(ReplayTarget Target, RecordedRun Recorded)> runs, ReplayRuns request, IDeviceFactory used, ulong? draw, CancellationToken cancellation)
    {
        var inputs = new StoredInputs(store, log);
        var recorded = runs.Select(static run => run.Recorded).ToList();
        if (!request.Options.FromSeed)
        {
            await inputs.AddCached(recorded, cancellation);
        }

        var plan = await Attempt();
        if (!plan.IsMisled)
        {
            return plan;
        }

        plan.Dispose();
        foreach (var trajectory in StoredInputs.Trajectories(recorded))
        {
            trajectory.ForgetOthers();
        }

        return await Attempt();

        async Task<ReplayPlan> Attempt()
        {
            var stored = request.Options.FromSeed ? [] : await inputs.Find(recorded, cancellation);
            var attempt = new ReplayPlanner(stored).Plan(runs, draw, request.Options.Budget?.Segments ?? int.MaxValue);
            await Compute(attempt, request, used, draw, cancellation);
            return attempt;
        }
    }

    private async Task<IReadOnlyList<(ReplayTarget Target, RecordedRun Recorded)>> Read(ReplayRuns request, CancellationToken cancellation)
    {
        var (reader, program) = (new RecordedRunReader(store, log), new ProgramCheck(data));
        var runs = new List<(ReplayTarget Target, RecordedRun Recorded)>();
        foreach (var target in request.Targets)
        {
            var recorded = await reader.Read(target.Run, cancellation);
            data.Load(recorded.Specification.Data);
            var isWhole = target.IsWholeRun && request.Options.Budget is null;
            runs.Add((target, isWhole ? await program.Check(recorded) : recorded));
        }

        return runs;
    }

    private async Task Compute(ReplayPlan plan, ReplayRuns request, IDeviceFactory used, ulong? draw, CancellationToken cancellation)
    {
        var jobs = request.Options.Jobs ?? Environment.ProcessorCount;
        request.Watch?.Begins(new ReplayCost(new StepSpeed(used, data, clock)).Of(plan, jobs, draw));
        var progress = new ReplayCounter(plan, request.Watch);
        var materials = new ReplayMaterials(request.Options.FromSeed ? null : store);
        var bench = new ReplayBench(
            store, new TrajectoryExecution(used, data, clock), used, request.Options.Reference ? null : arbiter, lockstep, data, materials, progress);
        var began = clock.GetTimestamp();
        await new ReplayScheduler(plan, materials, MayBegin).Run(jobs, Work, cancellation);

        bool MayBegin(ReplayTask task) => task.Turn == 0 || request.Options.Budget?.Time is not { } time || clock.GetElapsedTime(began) < time;

        async Task<TaskOutcome?> Work(ReplayTask task, Func<bool> isWanted, CancellationToken stop)
        {
            var outcome = await Outcome(task, bench, isWanted, stop);
            progress.Done();
            return outcome;
        }
    }

    // A fault of this machine counts where it stands in program order, whichever worker meets it first.
    private static async Task<TaskOutcome?> Outcome(ReplayTask task, ReplayBench bench, Func<bool> isWanted, CancellationToken cancellation)
    {
        try
        {
            return await task.Run(bench, isWanted, cancellation);
        }
        catch (KernelFaultException fault)
        {
            return new TaskOutcome(Output: null, Fault: fault);
        }
    }

    private static (PlannedRun Run, ReplayReport Report, Refutation? Refutation) Judge(ReplayPlan plan, PlannedRun run, int number, ulong? draw)
    {
        using var verdicts = new ReplayVerdicts(run, draw is { } seed ? plan.SampleOf(number, seed) : null);
        var (report, refutation) = verdicts.Judge();
        return (run, report, refutation);
    }

    private async Task<IReadOnlyList<ReplayReport>> Record(
        ReplayPlan plan, List<(PlannedRun Run, ReplayReport Report, Refutation? Refutation)> verdicts, IDeviceFactory used, CancellationToken cancellation)
    {
        using var device = used.CreateFast();
        var environment = EnvironmentReport.Now(clock, device.Name);
        var recording = new ReplayRecording(store, log);
        var reports = new List<ReplayReport>(plan.Runs.Count);
        foreach (var (run, report, refutation) in verdicts)
        {
            reports.Add(await recording.Write(run, report, refutation, environment, cancellation));
        }

        return reports;
    }
}
