namespace Ledger.Store.Contract;

/// <summary>The ledger's content is not what it was, or the file is no ledger: exit code 3.</summary>
public sealed class CorruptLedgerException(string message, Exception? inner = null) : Exception(message, inner);
