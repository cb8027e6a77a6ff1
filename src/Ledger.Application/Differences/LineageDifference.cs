namespace Ledger.Application.Differences;

/// <summary>The first place where two lineages part.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Round">The round.</param>
/// <param name="Kind">The kind of derivation, of the one that goes on if one has ended.</param>
/// <param name="Parameters">The parameters or inputs that made it differ; none where the same was asked for.</param>
/// <param name="Step">Of a training that came out otherwise: the first step that differs.</param>
/// <param name="A">What one has there.</param>
/// <param name="B">What the other has there.</param>
public sealed record LineageDifference(
    DifferenceCause Cause, int Round, string Kind, IReadOnlyList<ParameterDifference> Parameters, int? Step, RecordedPlace A, RecordedPlace B);
