namespace Ledger.Training.Data;

/// <summary>The exact generator as a data set of fixed size.</summary>
public sealed record SyntheticDataSet(SyntheticGenerator Generator, int TrainCount, int TestCount) : IDataSet
{
    /// <summary>The name in specifications.</summary>
    public const string SetName = "synthetic";

    /// <inheritdoc/>
    public string Name => SetName;

    /// <inheritdoc/>
    public int Features => Generator.Features;

    /// <inheritdoc/>
    public ImageExtents? Image => Generator.Image;

    /// <inheritdoc/>
    public string? Wanted => null;

    /// <inheritdoc/>
    public int Classes => Generator.Classes;

    /// <inheritdoc/>
    public string? InstalledFolder => null;

    /// <inheritdoc/>
    public string? DebianPackage => null;

    /// <inheritdoc/>
    public string? KnownDigest => null;

    /// <inheritdoc/>
    public DataSource Read(string? folder) => Generator.Draw(TrainCount, TestCount);
}
