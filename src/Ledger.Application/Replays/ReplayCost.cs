using Ledger.Application.Replays.Planning;
using Ledger.Application.Replays.Tasks;

namespace Ledger.Application.Replays;

/// <summary>Tells what a plan will cost on this machine.</summary>
internal sealed class ReplayCost(StepSpeed speed)
{
    /// <summary>The forecast.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="jobs">Tasks at once.</param>
    /// <param name="draw">The seed of the draw, or null.</param>
    public ReplayForecast Of(ReplayPlan plan, int jobs, ulong? draw)
    {
        var seconds = plan.Segments.DistinctBy(static segment => segment.Trajectory.Train.Recipe.Network).Select(segment => speed.SecondsPerWork(segment.Trajectory.Train)).DefaultIfEmpty().Max();
        var all = seconds * plan.Tasks.Sum(static task => task.Work);
        var longest = seconds * plan.Tasks.Select(static task => task.LongestWay).DefaultIfEmpty().Max();
        var workers = Math.Max(1, Math.Min(jobs, Environment.ProcessorCount));
        return new ReplayForecast(
            plan.Steps,
            plan.Tasks.Count(static task => task is not SegmentTask),
            plan.Segments.Count(),
            jobs,
            TimeSpan.FromSeconds(Math.Max(all / workers, longest)),
            TimeSpan.FromSeconds(longest),
            draw);
    }
}
