using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>The training of a run's latest round, while the run has not ended.</summary>
/// <param name="Stream">Where its steps are recorded.</param>
/// <param name="Captured">The last step whose state the run has used, 0 if none.</param>
/// <param name="Steps">How many steps the round asks for.</param>
public sealed record OpenTraining(StreamName Stream, int Captured, int Steps)
{
    /// <summary>Recorded steps beyond the last captured state, of a stream that has come to <paramref name="version"/>.</summary>
    public long Ahead(long version) => Math.Max(0, Math.Min(version - 1, Steps) - Captured);
}
