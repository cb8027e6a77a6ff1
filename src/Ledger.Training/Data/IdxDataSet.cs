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
        if (labels.Extents.Count != 1 || images.Extents[0] != labels.Extents[0])
        {
            throw Mismatch($"holds {string.Join(" × ", labels.Extents)} labels, wanted {images.Extents[0]}, one an image; the files do not belong together");
        }

        var stray = labels.Bytes.Span.IndexOfAnyExceptInRange((byte)0, (byte)(classes - 1));
        return stray < 0
            ? new SampleSet(images.Bytes.Length / labels.Bytes.Length, images.Bytes, labels.Bytes)
            : throw Mismatch($"label {stray} is {labels.Bytes.Span[stray]}, wanted 0 to {classes - 1}; fetch the files again");

        DataFileException Mismatch(string finding) => new($"{Path.Combine(folder, labelName)}: {finding}", isMissing: false);
    }
}
