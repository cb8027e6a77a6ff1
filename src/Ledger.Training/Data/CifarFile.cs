namespace Ledger.Training.Data;

/// <summary>A binary file of CIFAR images: of each its label bytes, then a plane each of red, green and blue, rows first.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Classes">Number of classes.</param>
/// <param name="CoarseClasses">Number of coarse labels, whose byte comes first; null if there are none.</param>
internal sealed record CifarFile(string Path, int Classes, int? CoarseClasses)
{
    /// <summary>Bytes of an image.</summary>
    public const int Features = Pixels * Channels;

    private const int Pixels = 32 * 32;
    private const int Channels = 3;

    /// <summary>What they are.</summary>
    public static ImageExtents Image => new(32, 32, Channels);

    private int LabelBytes => CoarseClasses is null ? 1 : 2;

    /// <summary>Decodes all images of the file, which must be as many as there is room for.</summary>
    /// <param name="labels">One byte a sample.</param>
    /// <param name="samples">Sample, row, column, channel.</param>
    /// <exception cref="DataFileException">The file is missing, of another length, or holds a label out of range.</exception>
    public void Read(Span<byte> labels, Span<byte> samples)
    {
        var file = Load((labels.Length * (long)(LabelBytes + Features), labels.Length));
        for (var i = 0; i < labels.Length; i++)
        {
            var record = file.AsSpan(i * (LabelBytes + Features), LabelBytes + Features);
            if (CoarseClasses is { } coarse)
            {
                Check(i, "coarse label", record[0], coarse);
            }

            labels[i] = Check(i, "label", record[LabelBytes - 1], Classes);
            Interleave(record[LabelBytes..], samples.Slice(i * Features, Features));
        }
    }

    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> sample)
    {
        for (var pixel = 0; pixel < Pixels; pixel++)
        {
            for (var channel = 0; channel < Channels; channel++)
            {
                sample[(pixel * Channels) + channel] = planes[(channel * Pixels) + pixel];
            }
        }
    }

    private byte[] Load((long Bytes, int Images) wanted)
    {
        if (!File.Exists(Path))
        {
            throw new DataFileException($"{Path}: no such file; name the folder that holds it, unpacked from the published archive of the binary version", isMissing: true);
        }

        try
        {
            var found = new FileInfo(Path).Length;
            return found == wanted.Bytes
                ? File.ReadAllBytes(Path)
                : throw Refused($"holds {found} bytes, {wanted.Images} images are {wanted.Bytes}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{Path}: cannot be read ({exception.Message}); fetch the file again", isMissing: false, exception);
        }
    }

    private byte Check(int image, string kind, byte label, int classes) =>
        label < classes ? label : throw Refused($"{kind} {image} is {label}, wanted 0 to {classes - 1}");

    private DataFileException Refused(string finding) => new($"{Path}: {finding}; fetch the file again", isMissing: false);
}
