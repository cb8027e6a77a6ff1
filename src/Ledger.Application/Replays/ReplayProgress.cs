namespace Ledger.Application.Replays;

/// <summary>How far a replay is.</summary>
/// <param name="Steps">Training steps computed again.</param>
/// <param name="OfSteps">Training steps planned.</param>
/// <param name="Tasks">Segments and other derivations done.</param>
/// <param name="OfTasks">Segments and other derivations planned.</param>
public sealed record ReplayProgress(long Steps, long OfSteps, int Tasks, int OfTasks);
