using Ledger.Events.Streams;

namespace Ledger.Application.Projections;

/// <summary>A recorded evaluation, whoever used it.</summary>
/// <param name="Stream">Where it is recorded.</param>
/// <param name="Correct">Samples classified as labelled.</param>
/// <param name="Total">Samples evaluated.</param>
/// <param name="Loss">Mean loss.</param>
internal sealed record BookedEvaluation(StreamName Stream, int Correct, int Total, float? Loss);
