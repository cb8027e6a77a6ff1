using Ledger.Events.Recorded;
using Ledger.Events.Streams;

namespace Ledger.Application.History;

/// <summary>A recorded history of a training.</summary>
/// <param name="Stream">Where it is, or where it will begin.</param>
/// <param name="Attempt">Its number.</param>
/// <param name="Version">Version of its last event, 0 if it has not begun.</param>
/// <param name="Diverged">Its end, if it has one.</param>
/// <param name="IsProven">False if its end came from elsewhere and must be computed before it is believed.</param>
public sealed record TrajectoryRecord(StreamName Stream, int Attempt, long Version, TrainingDiverged? Diverged, bool IsProven = true)
{
    /// <summary>Steps recorded.</summary>
    public int Steps => (int)Math.Max(0, Version - 1 - (Diverged is null ? 0 : 1));
}
