namespace Ledger.Cli.Answers;

/// <summary>The known data sets.</summary>
/// <param name="Sets">Each of them.</param>
public sealed record DataSetsAnswer(IReadOnlyList<DataSetFacts> Sets);

/// <summary>What is known of a data set.</summary>
/// <param name="Name">Its name in experiments.</param>
/// <param name="Train">Training samples.</param>
/// <param name="Test">Test samples.</param>
/// <param name="Features">Numbers a sample.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Folder">Where it is installed; absent if it is not.</param>
/// <param name="Package">The Debian package that installs it; absent if there is none.</param>
/// <param name="Digest">The published digest of its samples; absent if there is none.</param>
public sealed record DataSetFacts(string Name, int Train, int Test, int Features, int Classes, string? Folder, string? Package, string? Digest);
