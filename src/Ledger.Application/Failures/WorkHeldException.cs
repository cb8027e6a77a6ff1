namespace Ledger.Application.Failures;

/// <summary>Somebody else works on what was named: exit code 5.</summary>
public sealed class WorkHeldException(string message) : Exception(message);
