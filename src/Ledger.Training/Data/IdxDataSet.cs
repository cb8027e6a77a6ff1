namespace Ledger.Training.Data;

/// <summary>The four IDX files of MNIST and of the sets that copy its form.</summary>
public static class IdxDataSet
{
    /// <summary>Reads training and test samples from a folder with the published file names, raw or gzipped.</summary>
    /// <exception cref="DataFileException">A file is missing, cut, altered, or files do not belong together.</exception>
    public static DataSource Read(string folder, int classes) => new(classes, Set(folder, "train", classes), Set(folder, "t10k", classes));

    private static SampleSet Set(string folder, string prefix, int classes)
    {
        var labelName = $"{prefix}-labels-idx1-ubyte";
        var images = IdxFile.Read(folder, $"{prefix}-images-idx3-ubyte");
        var labels = IdxFile.Read(folder, labelName);
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
