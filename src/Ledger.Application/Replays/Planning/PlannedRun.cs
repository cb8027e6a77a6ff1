using Ledger.Application.Replays.Recorded;

namespace Ledger.Application.Replays.Planning;

/// <summary>A run to be replayed.</summary>
/// <param name="Target">What of it.</param>
/// <param name="Recorded">What is recorded of it.</param>
/// <param name="Uses">In program order.</param>
internal sealed record PlannedRun(ReplayTarget Target, RecordedRun Recorded, IReadOnlyList<PlannedUse> Uses);
