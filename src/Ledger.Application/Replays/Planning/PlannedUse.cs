using Ledger.Application.Replays.Recorded;
using Ledger.Application.Replays.Tasks;

namespace Ledger.Application.Replays.Planning;

/// <summary>A place in a run's program order, with the tasks that compute it again.</summary>
/// <param name="Round">The round it serves.</param>
/// <param name="Tasks">In order: of a state its training's segments from the start, else one task.</param>
/// <param name="Recorded">The derivation; null for the end of a training that diverged.</param>
internal sealed record PlannedUse(int Round, IReadOnlyList<ReplayTask> Tasks, RecordedUse? Recorded);
