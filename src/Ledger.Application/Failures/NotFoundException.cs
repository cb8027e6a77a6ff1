namespace Ledger.Application.Failures;

/// <summary>What the user named is not in the ledger: exit code 4.</summary>
public sealed class NotFoundException(string message) : Exception(message);
