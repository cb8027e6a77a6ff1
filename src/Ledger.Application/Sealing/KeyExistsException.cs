namespace Ledger.Application.Sealing;

/// <summary>A key would have been overwritten: exit code 5.</summary>
public sealed class KeyExistsException(string message) : Exception(message);
