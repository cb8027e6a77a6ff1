namespace Ledger.Application.Claims.Auditing;

/// <summary>A figure as it is told.</summary>
/// <param name="Run">Which run.</param>
/// <param name="Figure">With the counts behind it.</param>
public sealed record FigureAnswer(string Run, string Figure);
