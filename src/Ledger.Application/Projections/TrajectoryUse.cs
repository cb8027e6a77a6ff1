using Ledger.Events.Derivations;
using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>The training of a round.</summary>
/// <param name="Key">The trajectory's key.</param>
/// <param name="Attempt">Which recorded history of it was used.</param>
/// <param name="Stream">Where that history is recorded; step s stands at version s + 1.</param>
/// <param name="Steps">Steps that the run used; the trajectory may be recorded further.</param>
public sealed record TrajectoryUse(DerivationKey Key, int Attempt, StreamName Stream, int Steps);
