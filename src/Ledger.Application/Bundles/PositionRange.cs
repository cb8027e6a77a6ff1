namespace Ledger.Application.Bundles;

/// <summary>Positions that follow each other.</summary>
/// <param name="First">The first, from 1.</param>
/// <param name="Last">The last, included.</param>
public sealed record PositionRange(long First, long Last);
