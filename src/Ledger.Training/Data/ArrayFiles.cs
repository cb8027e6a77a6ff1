using Ledger.Training.States;

namespace Ledger.Training.Data;

/// <summary>
/// Samples in files that the user names: one safetensors file with the tensors <c>train_images</c>, <c>train_labels</c>, <c>test_images</c>
/// and <c>test_labels</c>, or a folder with four npy files of these names. Images are unsigned bytes [n, rows, columns, channels] or
/// [n, features], labels unsigned bytes [n].
/// </summary>
internal sealed class ArrayFiles
{
    private readonly Func<string, (IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes)> _array;
    private readonly Func<string, string> _place;

    private ArrayFiles(Func<string, (IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes)> array, Func<string, string> place) => (_array, _place) = (array, place);

    /// <summary>The arrays of a path.</summary>
    /// <exception cref="DataFileException">A file is missing, damaged or of another form.</exception>
    public static ArrayFiles At(string path)
    {
        if (!Directory.Exists(path))
        {
            var tensors = Tensors(path);
            return new ArrayFiles(name => Find(path, tensors, name), name => $"{path}, {name}");
        }

        string Place(string name) => Path.Combine(path, name + ".npy");
        return new ArrayFiles(name => NpyFile.Read(Place(name)) is var file ? (file.Extents, file.Bytes) : default, Place);
    }

    /// <summary>Training and test samples.</summary>
    /// <param name="classes">Every label is below it; null for the largest label and one.</param>
    /// <exception cref="DataFileException">The arrays are no images and labels, or do not belong together.</exception>
    public DataSource Read(int? classes)
    {
        var (train, test) = (Images("train"), Images("test"));
        if (!train.Extents.Skip(1).SequenceEqual(test.Extents.Skip(1)))
        {
            throw new DataFileException($"{_place("test_images")}: holds {string.Join(" × ", test.Extents)} bytes, wanted samples like the training ones, {string.Join(" × ", train.Extents)}", isMissing: false);
        }

        var (trainLabels, testLabels) = (_array("train_labels"), _array("test_labels"));
        var bound = classes ?? 1 + Math.Max(Largest(trainLabels.Bytes), Largest(testLabels.Bytes));
        return new DataSource(
            bound,
            LabelledSamples.Of(_place("train_labels"), train.Extents, train.Bytes, trainLabels.Extents, trainLabels.Bytes, bound),
            LabelledSamples.Of(_place("test_labels"), test.Extents, test.Bytes, testLabels.Extents, testLabels.Bytes, bound),
            train.Extents is [_, var rows, var columns, var channels] ? new ImageExtents(rows, columns, channels) : null);
    }

    private (IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes) Images(string list)
    {
        var images = _array($"{list}_images");
        return images.Extents.Count is 2 or 4 && !images.Bytes.IsEmpty
            ? images
            : throw new DataFileException($"{_place($"{list}_images")}: holds {string.Join(" × ", images.Extents)} bytes, wanted n × rows × columns × channels or n × features", isMissing: false);
    }

    private static int Largest(ReadOnlyMemory<byte> labels)
    {
        byte largest = 0;
        foreach (var label in labels.Span)
        {
            largest = Math.Max(largest, label);
        }

        return largest;
    }

    private static (IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes) Find(string path, IReadOnlyList<SafetensorsEntry> tensors, string name) =>
        tensors.FirstOrDefault(tensor => tensor.Name == name) switch
        {
            null => throw new DataFileException($"{path}: has no tensor {name}, only {string.Join(", ", tensors.Select(static tensor => tensor.Name))}; wanted train_images, train_labels, test_images, test_labels", isMissing: false),
            { Type: not "U8" and var type } => throw new DataFileException($"{path}: {name} holds elements of type {type}, wanted U8; convert it to unsigned bytes", isMissing: false),
            var tensor => (tensor.Shape, tensor.Data),
        };

    private static IReadOnlyList<SafetensorsEntry> Tensors(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFileException($"{path}: no such file or folder; name a safetensors file, or the folder that holds train_images.npy and the others", isMissing: true);
        }

        try
        {
            return Safetensors.ReadUnchecked(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read as safetensors ({exception.Message}); wanted U8 tensors and no metadata", isMissing: false, exception);
        }
    }
}
