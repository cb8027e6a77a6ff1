using Ledger.Events.Hashing;
using Ledger.Events.Recorded;
using Ledger.Events.Specification;
using Ledger.Events.Streams;

namespace Ledger.Application.Replays.Recorded;

/// <summary>What a run is recorded to have done, as far as the record is as it was written.</summary>
/// <param name="Run">The run's digest.</param>
/// <param name="Stream">Its history.</param>
/// <param name="Specification">Its experiment.</param>
/// <param name="Program">Its events in program order.</param>
/// <param name="Uses">Derivations in program order.</param>
/// <param name="Broken">What is wrong with the record after them, or null.</param>
/// <param name="Completed">The end, if the run was done, with its place.</param>
/// <param name="Diverged">The end, if a training diverged, with the training.</param>
internal sealed record RecordedRun(
    Digest Run,
    StreamName Stream,
    ExperimentSpecification Specification,
    IReadOnlyList<ProgramEvent> Program,
    IReadOnlyList<RecordedUse> Uses,
    ReplayDifference? Broken,
    (RunCompleted Event, string Place)? Completed,
    (RunDiverged Event, RecordedTrajectory Trajectory)? Diverged)
{
    /// <summary>True if the recorded run has ended.</summary>
    public bool IsComplete => Completed is not null || Diverged is not null;
}
