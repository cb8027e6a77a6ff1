namespace Ledger.Application.Differences;

/// <summary>The first place where two lineages part.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Round">The round.</param>
/// <param name="Kind">The kind of derivation, of the one that goes on if one has ended.</param>
/// <param name="What">The parameter, input, step or output that differs.</param>
/// <param name="A">What one has there.</param>
/// <param name="B">What the other has there.</param>
public sealed record LineageDifference(DifferenceCause Cause, int Round, string Kind, string What, string A, string B);
