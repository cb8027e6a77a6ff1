namespace Ledger.Cli.Answers;

/// <summary>Data sets that were read and compared.</summary>
/// <param name="Sets">Each of them.</param>
public sealed record DataChecksAnswer(IReadOnlyList<DataCheck> Sets);

/// <summary>What was found of a data set.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Folder">Where it was read.</param>
/// <param name="Verdict">Whether it is as published.</param>
/// <param name="Digest">The digest of its samples.</param>
/// <param name="Declaration">What an experiment says of files of the user's; absent for published sets.</param>
public sealed record DataCheck(string Name, string Folder, string Verdict, string Digest, string? Declaration);
