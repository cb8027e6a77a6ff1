using Ledger.Training.Data;
using Ledger.Training.States;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Data;

/// <summary>The user's own files: npy and safetensors give the same samples; what does not fit is named.</summary>
public sealed class FilesDataSetTests : IDisposable
{
    private static readonly FilesDataSet Declared = new(Features: 4, new ImageExtents(2, 1, 2), Classes: 3, TrainCount: 3, TestCount: 1, KnownDigest: null);

    private static readonly Dictionary<string, (int[] Extents, byte[] Data)> Arrays = new()
    {
        ["train_images"] = ([3, 2, 1, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ["train_labels"] = ([3], [0, 2, 1]),
        ["test_images"] = ([1, 2, 1, 2], [13, 14, 15, 16]),
        ["test_labels"] = ([1], [2]),
    };

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_DeclaredFiles_GiveTheSamples(bool isNpy)
    {
        var source = Declared.Read(Write(isNpy));

        Assert.Equal((3, 3, 1, 4, Declared.Image), (source.Classes, source.Train.Count, source.Test.Count, source.Train.Features, source.Image));
        Assert.Equal(Arrays["train_images"].Data, source.Train.Samples.ToArray());
        Assert.Equal([0, 2, 1], source.Train.Labels.ToArray());
        Assert.Equal([13, 14, 15, 16], source.Test.Samples.ToArray());
        Assert.Equal([2], source.Test.Labels.ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ReadUndeclared_Files_SayWhatTheyHold(bool isNpy)
    {
        var source = FilesDataSet.ReadUndeclared(Write(isNpy));

        Assert.Equal((3, 3, 1, new ImageExtents(2, 1, 2)), (source.Classes, source.Train.Count, source.Test.Count, source.Image));
    }

    [Fact]
    public void Read_PlainFeatures_AreNoImage()
    {
        var path = Write(isNpy: true, ("train_images", [3, 4]), ("test_images", [1, 4]));

        Assert.Null((Declared with { Image = null }).Read(path).Image);
        AssertNamed(path, Declared, "samples of 4 features", "3 images of 2x1x2");
    }

    [Fact]
    public void Read_ImagesDeclaredAsFeatures_AreFeatures() => Assert.Null((Declared with { Image = null }).Read(Write(isNpy: false)).Image);

    [Theory]
    [InlineData("train_images", new[] { 3, 2, 2 }, "3 × 2 × 2", "n × rows × columns × channels or n × features")]
    [InlineData("train_images", new[] { 3, 4 }, "1 × 2 × 1 × 2", "3 × 4")]
    [InlineData("train_labels", new[] { 3, 1 }, "3 × 1 labels", "wanted 3")]
    [InlineData("test_labels", new[] { 1, 1 }, "1 × 1 labels", "wanted 1")]
    public void Read_OtherExtents_NamesPlaceFoundAndWanted(string name, int[] extents, params string[] named)
    {
        AssertNamed(Write(isNpy: true, (name, extents)), Declared, named);
        AssertNamed(Write(isNpy: false, (name, extents)), Declared, named);
    }

    [Fact]
    public void Read_OtherThanDeclared_NamesFoundAndDeclared()
    {
        var path = Write(isNpy: false);

        AssertNamed(path, Declared with { TrainCount = 4 }, path, "train holds 3 images of 2x1x2", "4 images");
        AssertNamed(path, Declared with { TestCount = 2 }, path, "test holds 1 images", "2 images");
        AssertNamed(path, Declared with { Classes = 2 }, path + ", train_labels", "label 1 is 2", "0 to 1");
        AssertNamed(path, Declared with { Image = new ImageExtents(1, 2, 2) }, "2x1x2", "1x2x2");
    }

    [Theory]
    [InlineData("train_images")]
    [InlineData("train_labels")]
    [InlineData("test_images")]
    [InlineData("test_labels")]
    public void Read_OneArrayMissing_NamesIt(string name)
    {
        var folder = Write(isNpy: true);
        File.Delete(_folder.File(name + ".npy"));

        Assert.True(AssertNamed(folder, Declared, _folder.File(name + ".npy")).IsMissing);
        AssertNamed(Safe(_folder.File("less.safetensors"), Arrays.Keys.Where(key => key != name), "U8"), Declared, "less.safetensors", $"no tensor {name}");
    }

    [Fact]
    public void Read_DamagedSafetensors_NamesTheFile()
    {
        var path = Write(isNpy: false);
        var whole = File.ReadAllBytes(path);
        File.WriteAllBytes(path, whole[..^1]);
        AssertNamed(path, Declared, path, "cannot be read as safetensors");
        File.WriteAllBytes(path, []);
        AssertNamed(path, Declared, path, "cannot be read as safetensors");
    }

    [Fact]
    public void Read_Floats_AreRefused() =>
        AssertNamed(Safe(_folder.File("f.safetensors"), Arrays.Keys, "F32"), Declared, "train_images", "F32", "U8");

    [Fact]
    public void Read_NothingThere_IsMissing()
    {
        Assert.True(AssertNamed(_folder.File("nothing"), Declared, "nothing").IsMissing);
        Assert.True(Assert.Throws<DataFileException>(() => Declared.Read(folder: null)).IsMissing);
    }

    private static DataFileException AssertNamed(string path, FilesDataSet declared, params string[] named)
    {
        var refused = Assert.Throws<DataFileException>(() => declared.Read(path));
        Assert.All(named, part => Assert.Contains(part, refused.Message));
        return refused;
    }

    private static string Safe(string path, IEnumerable<string> names, string type)
    {
        File.WriteAllBytes(path, Safetensors.Write([.. names.Select(name => Entry(name, Arrays[name].Extents, Arrays[name].Data, type))]));
        return path;
    }

    private static SafetensorsEntry Entry(string name, int[] extents, byte[] data, string type) =>
        new(name, type, extents, type == "U8" ? data : new byte[4 * data.Length]);

    private string Write(bool isNpy, params (string Name, int[] Extents)[] other)
    {
        var extents = Arrays.ToDictionary(static array => array.Key, static array => array.Value.Extents);
        foreach (var (name, changed) in other)
        {
            extents[name] = changed;
        }

        if (isNpy)
        {
            foreach (var (name, (_, data)) in Arrays)
            {
                File.WriteAllBytes(_folder.File(name + ".npy"), Npy.Of(extents[name], data));
            }

            return _folder.Path;
        }

        // In no order of ours: the file comes from elsewhere.
        var path = _folder.File("some.safetensors");
        File.WriteAllBytes(path, Safetensors.Write([.. Arrays.Reverse().Select(array => new SafetensorsEntry(array.Key, "U8", extents[array.Key], array.Value.Data))]));
        return path;
    }
}
