namespace Ledger.Application.Failures;

/// <summary>Two ledgers hold different histories where they should hold one: exit code 5.</summary>
public sealed class LedgerConflictException(string message) : Exception(message);
