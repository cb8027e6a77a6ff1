using Ledger.Application.Replays.Recorded;
using Ledger.Application.Replays.Tasks;

namespace Ledger.Application.Replays.Planning;

/// <summary>A trajectory cut at its recorded states into segments; each waits for the one before unless the state between them is stored.</summary>
internal sealed class TrajectoryCut
{
    private readonly List<SegmentTask> _segments = [];
    private readonly Dictionary<(int Step, bool Diverges), SegmentTask> _tails = [];
    private readonly RecordedTrajectory _trajectory;

    /// <summary>Cuts a trajectory.</summary>
    public TrajectoryCut(RecordedTrajectory trajectory)
    {
        _trajectory = trajectory;
        RecordedState? start = null;
        foreach (var state in trajectory.States.Values)
        {
            _segments.Add(new SegmentTask(trajectory, start, state.Step, state));
            start = state;
        }
    }

    /// <summary>The segments to a step; where no state is recorded there, the last one ends without.</summary>
    public IReadOnlyList<SegmentTask> To(int step, bool diverges = false)
    {
        List<SegmentTask> whole = [.. _segments.TakeWhile(segment => segment.To <= step)];
        if (!diverges && whole is [.., { To: var reached }] && reached == step)
        {
            return whole;
        }

        if (!_tails.TryGetValue((step, diverges), out var tail))
        {
            _tails.Add((step, diverges), tail = new SegmentTask(_trajectory, whole.LastOrDefault()?.End, step, end: null, diverges));
        }

        return [.. whole, tail];
    }
}
