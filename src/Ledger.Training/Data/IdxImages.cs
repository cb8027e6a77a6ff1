namespace Ledger.Training.Data;

/// <summary>MNIST (LeCun et al. 1998) and Fashion-MNIST (Xiao et al. 2017): 28 × 28 grey images of ten classes in IDX files.</summary>
/// <param name="Name">Name in specifications.</param>
/// <param name="InstalledFolder">Where its Debian package puts it, or null.</param>
/// <param name="DebianPackage">That package, or null.</param>
/// <param name="KnownDigest">The digest of the decoded samples, where it is known.</param>
/// <param name="KnownFiles">Of each IDX file, the SHA-256 of its data without the header, where they are known.</param>
public sealed record IdxImages(string Name, string? InstalledFolder, string? DebianPackage, string? KnownDigest, Dictionary<string, string> KnownFiles) : IDataSet
{
    /// <inheritdoc/>
    public int Features => 784;

    /// <inheritdoc/>
    public ImageExtents? Image => new(28, 28, 1);

    /// <inheritdoc/>
    public string? Wanted => "the folder that holds its IDX files";

    /// <inheritdoc/>
    public int Classes => 10;

    /// <inheritdoc/>
    public int TrainCount => 60_000;

    /// <inheritdoc/>
    public int TestCount => 10_000;

    /// <inheritdoc/>
    public DataSource Read(string? folder)
    {
        var place = folder ?? InstalledFolder ?? throw new DataFileException($"{Name}: name the folder with its IDX files (data.path in the specification, or --data)", isMissing: true);
        var source = IdxDataSet.Read(place, Classes, KnownFiles) with { Image = Image };
        foreach (var (split, set, count) in new[] { ("train", source.Train, TrainCount), ("test", source.Test, TestCount) })
        {
            if (set.Count != count || set.Features != Features)
            {
                throw new DataFileException($"{place}: {split} holds {set.Count} images of {set.Features} bytes, {Name} has {count} of {Features}", isMissing: false);
            }
        }

        return source;
    }
}
