namespace Ledger.Cli;

/// <summary>The user stopped the work: exit code 130.</summary>
/// <param name="message">How to go on.</param>
public sealed class InterruptedException(string message) : OperationCanceledException(message);
