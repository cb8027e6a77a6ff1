namespace Ledger.Cli.Answers;

/// <summary>Which program this is.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Arithmetic">The arithmetic it computes in.</param>
public sealed record VersionAnswer(string Version, string Arithmetic);
