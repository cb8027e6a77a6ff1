namespace Ledger.Training.Data;

/// <summary>CIFAR-10 and CIFAR-100 (Krizhevsky 2009): 32 × 32 colour images in the binary files of their publication.</summary>
/// <param name="Name">Name in specifications.</param>
/// <param name="Classes">Number of classes: of the fine labels where there are coarse ones.</param>
/// <param name="CoarseClasses">Number of coarse labels, whose byte comes before the fine one; null if there are none.</param>
/// <param name="TrainFiles">Their names, in the order of the samples.</param>
/// <param name="TestFile">Its name.</param>
/// <param name="TrainFileCount">Samples of each training file.</param>
/// <param name="TestCount">Samples of the test file.</param>
public sealed record CifarImages(string Name, int Classes, int? CoarseClasses, IReadOnlyList<string> TrainFiles, string TestFile, int TrainFileCount, int TestCount) : IDataSet
{
    /// <inheritdoc/>
    public int Features => CifarFile.Features;

    /// <inheritdoc/>
    public ImageExtents? Image => CifarFile.Image;

    /// <inheritdoc/>
    public int TrainCount => TrainFiles.Count * TrainFileCount;

    /// <inheritdoc/>
    public string? InstalledFolder => null;

    /// <inheritdoc/>
    public string? Wanted => $"the folder that holds {string.Join(", ", [.. TrainFiles, TestFile])}";

    /// <inheritdoc/>
    public string? DebianPackage => null;

    /// <inheritdoc/>
    public string? KnownDigest => null;

    /// <inheritdoc/>
    public DataSource Read(string? folder)
    {
        var place = folder ?? throw new DataFileException($"{Name}: name {Wanted} (data.path in the specification, or --data)", isMissing: true);
        return new DataSource(Classes, Set(place, TrainFiles, TrainFileCount), Set(place, [TestFile], TestCount), Image);
    }

    private SampleSet Set(string folder, IReadOnlyList<string> files, int count)
    {
        var samples = new byte[files.Count * count * Features];
        var labels = new byte[files.Count * count];
        for (var i = 0; i < files.Count; i++)
        {
            var first = i * count;
            new CifarFile(Path.Combine(folder, files[i]), Classes, CoarseClasses).Read(labels.AsSpan(first, count), samples.AsSpan(first * Features, count * Features));
        }

        return new SampleSet(Features, samples, labels);
    }
}
