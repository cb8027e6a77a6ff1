namespace Ledger.Store.Contract;

/// <summary>The store cannot be reached now (locked by another process, server down): exit code 69.</summary>
public sealed class StoreUnreachableException(string message, Exception? inner = null) : Exception(message, inner);
