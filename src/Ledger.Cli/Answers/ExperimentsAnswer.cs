namespace Ledger.Cli.Answers;

/// <summary>What came out of several experiments.</summary>
/// <param name="Experiments">Each of them.</param>
public sealed record ExperimentsAnswer(IReadOnlyList<RunAnswer> Experiments);
