namespace Ledger.Application.Projections;

/// <summary>What a state did on a list of samples.</summary>
/// <param name="Split">The list.</param>
/// <param name="Step">The trajectory's step.</param>
/// <param name="Correct">Samples classified as labelled.</param>
/// <param name="Total">Samples evaluated.</param>
/// <param name="Loss">Mean loss.</param>
public sealed record EvaluationUse(string Split, int Step, int Correct, int Total, float? Loss);
