namespace Ledger.Store.Contract;

/// <summary>There is no ledger where one was expected: exit code 4.</summary>
public sealed class LedgerNotFoundException(string message, Exception? inner = null) : Exception(message, inner);
