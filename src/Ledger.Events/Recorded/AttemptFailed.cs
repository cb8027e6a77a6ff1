namespace Ledger.Events.Recorded;

/// <summary>An attempt ended by a failure of its environment.</summary>
/// <param name="Reason">What the user was told.</param>
public sealed record AttemptFailed(string Reason) : ILedgerEvent;
