namespace Ledger.Store.Contract;

/// <summary>The store cannot be written: disk full, read-only or I/O error: exit code 74.</summary>
public sealed class StoreWriteException(string message, Exception? inner = null) : Exception(message, inner);
