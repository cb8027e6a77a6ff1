namespace Ledger.Application.Projections;

/// <summary>The states that were taken from a trajectory.</summary>
/// <param name="Trajectory">The identity of its streams.</param>
/// <param name="States">Those of theirs.</param>
internal sealed record BookedStates(string Trajectory, List<string> States);
