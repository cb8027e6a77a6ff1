namespace Ledger.Cli.Answers;

/// <summary>What a migration did.</summary>
/// <param name="Store">Which store, without its password.</param>
/// <param name="Applied">Names of the migrations that were applied, in order.</param>
public sealed record MigrateAnswer(string Store, IReadOnlyList<string> Applied);
