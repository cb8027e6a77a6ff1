namespace Ledger.Application.Replays;

/// <summary>How likely alterations stay unseen.</summary>
/// <param name="Altered">Altered segments.</param>
/// <param name="Chance">That none of them was drawn, 0 to 1.</param>
public sealed record EscapeChance(int Altered, double Chance);
