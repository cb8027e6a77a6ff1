namespace Ledger.Application.Projections;

/// <summary>How far a round was trained.</summary>
/// <param name="Round">The round.</param>
/// <param name="Steps">The step of the last state that the run took.</param>
internal sealed record RoundSteps(int Round, int Steps);
