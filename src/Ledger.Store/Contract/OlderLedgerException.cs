namespace Ledger.Store.Contract;

/// <summary>An older version of ledger wrote this; <c>ledger store migrate</c> brings it up to date: exit code 7.</summary>
public sealed class OlderLedgerException(string message, Exception? inner = null) : Exception(message, inner);
