namespace Ledger.Cli.Answers;

/// <summary>Where a data set is.</summary>
/// <param name="Folder">The folder of its files.</param>
public sealed record DataFolderAnswer(string Folder);
