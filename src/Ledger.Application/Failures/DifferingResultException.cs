namespace Ledger.Application.Failures;

/// <summary>What was recomputed differs from what is recorded: exit code 1.</summary>
public sealed class DifferingResultException(string message) : Exception(message);
