namespace Ledger.Training.Data;

/// <summary>A data set in files of the user's, as the specification declares it.</summary>
/// <param name="Features">Bytes of a sample.</param>
/// <param name="Image">What a sample is if it is an image, else null.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="TrainCount">Training samples.</param>
/// <param name="TestCount">Test samples.</param>
/// <param name="KnownDigest">The declared digest of the samples.</param>
public sealed record FilesDataSet(int Features, ImageExtents? Image, int Classes, int TrainCount, int TestCount, string? KnownDigest) : IDataSet
{
    /// <summary>The name in specifications.</summary>
    public const string SetName = "files";

    /// <summary>What the user must name.</summary>
    public const string WantedPath = "a safetensors file with the tensors train_images, train_labels, test_images and test_labels, or a folder with four npy files of these names";

    /// <inheritdoc/>
    public string Name => SetName;

    /// <inheritdoc/>
    public string? InstalledFolder => null;

    /// <inheritdoc/>
    public string? Wanted => WantedPath;

    /// <inheritdoc/>
    public string? DebianPackage => null;

    /// <summary>The samples of files that nothing is declared of yet.</summary>
    /// <param name="path">A safetensors file, or a folder of npy files.</param>
    /// <exception cref="DataFileException">A file is missing, damaged or of another form.</exception>
    public static DataSource ReadUndeclared(string path) => ArrayFiles.At(path).Read(classes: null);

    /// <inheritdoc/>
    public DataSource Read(string? folder)
    {
        var place = folder ?? throw new DataFileException($"{Name}: name {Wanted} (data.path in the specification, or --data)", isMissing: true);
        var source = ArrayFiles.At(place).Read(Classes);
        foreach (var (split, set, count) in new[] { ("train", source.Train, TrainCount), ("test", source.Test, TestCount) })
        {
            if (set.Count != count || set.Features != Features || (Image is not null && source.Image != Image))
            {
                throw new DataFileException($"{place}: {split} holds {Samples(set.Count, set.Features, source.Image)}, declared are {Samples(count, Features, Image)}; correct data.files, or name the right files", isMissing: false);
            }
        }

        // Declared as plain features, a four-dimensional array is one.
        return source with { Image = Image };
    }

    private static string Samples(int count, int features, ImageExtents? image) => image is { } extents ? $"{count} images of {extents}" : $"{count} samples of {features} features";
}
