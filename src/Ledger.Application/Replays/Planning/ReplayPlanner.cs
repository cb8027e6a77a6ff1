using Ledger.Application.Addresses;
using Ledger.Application.Failures;
using Ledger.Application.Replays.Recorded;
using Ledger.Application.Replays.Tasks;
using Ledger.Events.Derivations;
using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Streams;
using Ledger.Tickets.Derivations;

namespace Ledger.Application.Replays.Planning;

/// <summary>Makes tasks of recorded runs: one for each derivation, whoever uses it, and one for each segment of a training.</summary>
/// <param name="stored">States and masks that may be begun from; none where everything is to follow from the seed.</param>
internal sealed class ReplayPlanner(IReadOnlySet<Digest> stored)
{
    private readonly Dictionary<StreamName, TrajectoryCut> _cuts = [];
    private readonly Dictionary<(DerivationKey Key, int Attempt), ReplayTask> _tasks = [];
    private readonly Dictionary<ReplayTask, int> _wanted = [];

    /// <summary>Plans the replay of runs.</summary>
    /// <param name="runs">What is wanted of which.</param>
    /// <param name="draw">The seed by which segments are drawn; null for all of them and everything else.</param>
    /// <param name="most">Most segments to draw.</param>
    /// <exception cref="EvidenceMissingException">A derivation begins from something that nothing before it made.</exception>
    /// <exception cref="NotFoundException">The run did nothing of what is wanted.</exception>
    public ReplayPlan Plan(IReadOnlyList<(ReplayTarget Target, RecordedRun Recorded)> runs, ulong? draw = null, int most = int.MaxValue)
    {
        var planned = runs.Select((run, number) => new PlannedRun(run.Target, run.Recorded, Connect(run.Target, run.Recorded, number))).ToList();
        var selected = planned.SelectMany(RequireSelected).Distinct().ToList();
        var drawn = draw is { } seed ? SegmentDraw.Order(seed, [.. selected.OfType<SegmentTask>()]) : [];
        if (draw is null)
        {
            selected.ForEach(task => Want(task, turn: 0));
        }

        for (var turn = 0; turn < Math.Min(drawn.Count, most); turn++)
        {
            Want(drawn[turn], turn);
        }

        foreach (var (task, turn) in _wanted)
        {
            task.Turn = turn;
            task.After.RemoveAll(after => !_wanted.ContainsKey(after));
        }

        FoldWholeTrajectories(planned);
        return new ReplayPlan(planned, [.. _wanted.Keys], drawn);
    }

    /// <summary>The tasks of a run in program order, each waiting for those that make what is not stored.</summary>
    private List<PlannedUse> Connect(ReplayTarget target, RecordedRun run, int number)
    {
        var makers = new Dictionary<Digest, ReplayTask>();
        var uses = new List<PlannedUse>();
        var isCut = target.Step is null;
        foreach (var use in run.Uses)
        {
            if (!isCut && use.Trajectory is { } cut && use.Used.Round == target.Round && StepOf(use) >= target.Step)
            {
                isCut = true;
                Add(new PlannedUse(use.Used.Round, CutOf(cut).To(target.Step.Value), Recorded: null));
            }

            Add(new PlannedUse(use.Used.Round, Tasks(use), use));
        }

        if (run.Diverged is var (diverged, trajectory))
        {
            Add(new PlannedUse(diverged.Round, CutOf(trajectory).To(diverged.Step, diverges: true), Recorded: null));
        }

        return uses;

        void Add(PlannedUse use)
        {
            foreach (var task in use.Tasks)
            {
                if (!task.Uses.Exists(place => place.Run == number))
                {
                    Join(task, makers, use.Round);
                    task.Uses.Add((number, uses.Count));
                }
            }

            uses.Add(use);
        }
    }

    private void Join(ReplayTask task, Dictionary<Digest, ReplayTask> makers, int round)
    {
        foreach (var need in task.Needs)
        {
            // What is stored could be anything: it counts because the run made it before.
            var maker = makers.GetValueOrDefault(need) ?? throw new EvidenceMissingException($"round {round}: what begins from {need.ToShortString()} cannot be replayed, because nothing before it in this run made that");
            if (!stored.Contains(need))
            {
                task.WaitFor(maker, need);
            }
        }

        if (task.Makes is { } output)
        {
            makers.TryAdd(output, task);
        }
    }

    private IReadOnlyList<ReplayTask> Tasks(RecordedUse use)
    {
        if (use.Trajectory is { } trajectory)
        {
            return CutOf(trajectory).To(StepOf(use));
        }

        var name = (use.Used.Key, use.Used.Attempt);
        if (!_tasks.TryGetValue(name, out var task))
        {
            _tasks.Add(name, task = use.Completed switch
            {
                WeightsInitialized => new InitializeTask(use),
                MaskDrawn => new MaskTask(use),
                WeightsRewound => new RewindTask(use),
                TicketEvaluated => new EvaluateTask(use),
                _ => throw new InvalidOperationException($"a replay does not know {use.Completed.GetType().Name}"),
            });
        }

        return [task];
    }

    private static int StepOf(RecordedUse use) => TakeState.Of(use.Completed.Derivation).Step;

    private TrajectoryCut CutOf(RecordedTrajectory trajectory)
    {
        if (!_cuts.TryGetValue(trajectory.Stream, out var cut))
        {
            _cuts.Add(trajectory.Stream, cut = new TrajectoryCut(trajectory));
        }

        return cut;
    }

    private static List<ReplayTask> RequireSelected(PlannedRun run)
    {
        var selected = Selected(run).ToList();
        return selected.Count > 0 || run.Target.IsWholeRun || run.Recorded.Broken is not null ? selected : throw new NotFoundException(run.Target.Absence);
    }

    /// <summary>The tasks that a target names.</summary>
    private static IEnumerable<ReplayTask> Selected(PlannedRun run)
    {
        var (target, uses) = (run.Target, run.Uses.Where(use => run.Target.Round is null || use.Round == run.Target.Round).ToList());
        return target switch
        {
            { Step: 0 } or { Part: AddressPart.Start } => Of(uses, static made => made is WeightsInitialized or WeightsRewound),
            { Step: { } step } => uses.Find(use => use.Tasks is [.., SegmentTask last] && last.To == step)?.Tasks ?? [],
            { Part: AddressPart.Mask } => Of(uses, static made => made is MaskDrawn),
            { Part: AddressPart.Ticket } => Of(uses, static made => made is MaskDrawn or WeightsRewound or WeightsInitialized),
            { Part: AddressPart.End } => Of(uses, static made => made is StateCaptured),
            _ => uses.SelectMany(static use => use.Tasks),
        };
    }

    private static IEnumerable<ReplayTask> Of(List<PlannedUse> uses, Predicate<IDerivationEvent> isMeant) =>
        uses.Where(use => use.Recorded is { } recorded && isMeant(recorded.Completed)).SelectMany(static use => use.Tasks);

    private void Want(ReplayTask task, int turn)
    {
        if (_wanted.TryAdd(task, turn))
        {
            task.Before.ForEach(maker => Want(maker, turn));
        }
    }

    /// <summary>A trajectory's digest can be compared where every step of it is computed.</summary>
    private void FoldWholeTrajectories(IEnumerable<PlannedRun> runs)
    {
        foreach (var use in runs.SelectMany(static run => run.Uses).Where(use => use.Recorded?.Trajectory is not null && use.Tasks.All(_wanted.ContainsKey)))
        {
            var segments = use.Tasks.Cast<SegmentTask>().ToList();
            var fold = segments[0].Fold ?? new TrajectoryFold();
            segments.ForEach(segment => segment.Fold = fold);
        }
    }
}
