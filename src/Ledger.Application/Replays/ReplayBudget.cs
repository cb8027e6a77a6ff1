namespace Ledger.Application.Replays;

/// <summary>How much of a replay is to be done: for a time, or so many segments.</summary>
/// <param name="Time">No segment is begun after this; null for no limit.</param>
/// <param name="Segments">Most segments; null for no limit.</param>
public sealed record ReplayBudget(TimeSpan? Time, int? Segments = null);
