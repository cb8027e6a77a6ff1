namespace Ledger.Store.Contract;

/// <summary>The text names no store: exit code 2. The message never repeats a part of the text that may be a secret.</summary>
public sealed class MalformedStoreAddressException(string message) : Exception(message);
