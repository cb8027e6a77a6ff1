namespace Ledger.Application.Addresses;

/// <summary>A text names more than one run: exit code 2.</summary>
public sealed class AmbiguousAddressException(string message) : Exception(message);
