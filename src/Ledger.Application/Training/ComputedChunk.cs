using Ledger.Events.Recorded;
using Ledger.Training.States;

namespace Ledger.Application.Training;

/// <summary>Consecutive steps of a trajectory, just computed.</summary>
/// <param name="Steps">In order.</param>
/// <param name="DivergedAt">The step after them that could not be made, or null.</param>
/// <param name="Capture">The state after the last of them, until the next chunk is asked for.</param>
public sealed record ComputedChunk(IReadOnlyList<StepTrained> Steps, int? DivergedAt, Func<NetworkState> Capture);
