namespace Ledger.Cli.Answers;

/// <summary>The known data sets.</summary>
/// <param name="Sets">Each of them.</param>
public sealed record DataSetsAnswer(IReadOnlyList<DataSetFacts> Sets);

/// <summary>What is known of a data set.</summary>
/// <param name="Name">Its name in experiments.</param>
/// <param name="Train">Training samples; absent if the experiment declares them.</param>
/// <param name="Test">Test samples; absent if the experiment declares them.</param>
/// <param name="Features">Numbers a sample; absent if the experiment declares them.</param>
/// <param name="Image">Rows, columns and channels as <c>32x32x3</c>; absent if samples are no images or the experiment declares it.</param>
/// <param name="Classes">Classes; absent if the experiment declares them.</param>
/// <param name="Folder">Where it is installed; absent if it is not.</param>
/// <param name="Package">The Debian package that installs it; absent if there is none.</param>
/// <param name="Digest">The published digest of its samples; absent if there is none.</param>
public sealed record DataSetFacts(string Name, int? Train, int? Test, int? Features, string? Image, int? Classes, string? Folder, string? Package, string? Digest);
