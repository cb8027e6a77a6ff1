namespace Ledger.Cli.Answers;

/// <summary>What failed, in place of an answer.</summary>
/// <param name="Error">The message, a line for each thing wrong.</param>
/// <param name="Exit">The exit code.</param>
public sealed record FailureAnswer(string Error, int Exit);
