namespace Ledger.Training.Data;

/// <summary>The four IDX files of MNIST and of the sets that copy its form.</summary>
public static class IdxDataSet
{
    /// <summary>Reads training and test samples from a folder with the published file names, raw or gzipped.</summary>
    /// <param name="folder">Where the files are.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="knownFiles">Of each file, the SHA-256 of its data; none where it is not known.</param>
    /// <exception cref="DataFileException">A file is missing, cut, altered, or files do not belong together.</exception>
    public static DataSource Read(string folder, int classes, IReadOnlyDictionary<string, string> knownFiles) =>
        new(classes, Set(folder, "train", classes, knownFiles), Set(folder, "t10k", classes, knownFiles));

    private static SampleSet Set(string folder, string prefix, int classes, IReadOnlyDictionary<string, string> knownFiles)
    {
        var labelName = $"{prefix}-labels-idx1-ubyte";
        var imageName = $"{prefix}-images-idx3-ubyte";
        var images = IdxFile.Read(folder, imageName, knownFiles.GetValueOrDefault(imageName));
        var labels = IdxFile.Read(folder, labelName, knownFiles.GetValueOrDefault(labelName));
        return LabelledSamples.Of(Path.Combine(folder, labelName), images.Extents, images.Bytes, labels.Extents, labels.Bytes, classes);
    }
}
