namespace Ledger.Events.Recorded;

/// <summary>An attempt was stopped by its user; running again continues it.</summary>
public sealed record AttemptInterrupted : ILedgerEvent;
