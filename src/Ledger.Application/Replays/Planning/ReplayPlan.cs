using Ledger.Application.Replays.Tasks;

namespace Ledger.Application.Replays.Planning;

/// <summary>What is to be computed, and what waits for what.</summary>
/// <param name="Runs">The runs, in the order asked for.</param>
/// <param name="Tasks">Every task to do, none twice.</param>
/// <param name="Drawn">Segments in the order of the draw; empty where nothing is drawn.</param>
internal sealed record ReplayPlan(IReadOnlyList<PlannedRun> Runs, IReadOnlyList<ReplayTask> Tasks, IReadOnlyList<SegmentTask> Drawn) : IDisposable
{
    /// <summary>Training steps to compute.</summary>
    public long Steps => Tasks.Sum(static task => (long)task.Steps);

    /// <summary>Pieces of trainings.</summary>
    public IEnumerable<SegmentTask> Segments => Tasks.OfType<SegmentTask>();

    /// <summary>True if something differs on a way that a state of others shortened: that state may be what is wrong.</summary>
    public bool IsMisled => Segments.Any(static segment => segment is { Outcome.Finding: not null } and ({ Start.IsOfOthers: true } or { End.IsOfOthers: true }));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var segment in Segments)
        {
            segment.Fold?.Dispose();
        }
    }

    /// <summary>How much of the draw was done of one run: the segments up to the first that was not.</summary>
    public ReplaySample SampleOf(int run, ulong draw)
    {
        var done = Drawn.TakeWhile(static segment => segment.Outcome is not null);
        return new ReplaySample(done.Count(IsOfRun), Drawn.Count(IsOfRun), draw);
        bool IsOfRun(SegmentTask segment) => segment.Uses.Exists(use => use.Run == run);
    }
}
