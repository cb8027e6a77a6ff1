namespace Ledger.Store.Contract;

/// <summary>A newer version of ledger wrote this file: exit code 7.</summary>
public sealed class NewerLedgerException(string message, Exception? inner = null) : Exception(message, inner);
