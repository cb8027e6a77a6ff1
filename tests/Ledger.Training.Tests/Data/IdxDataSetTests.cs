using Ledger.Training.Data;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Data;

/// <summary>Four IDX files as a data set: they must belong together and to the set that is asked for.</summary>
public sealed class IdxDataSetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public IdxDataSetTests()
    {
        Put("train-images-idx3-ubyte", [3, 2, 2], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Put("train-labels-idx1-ubyte", [3], [0, 2, 1]);
        Put("t10k-images-idx3-ubyte", [1, 2, 2], [9, 9, 9, 9]);
        Put("t10k-labels-idx1-ubyte", [1], [2]);
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FourFiles_AreTrainingAndTestSamples()
    {
        var source = IdxDataSet.Read(_folder.Path, classes: 3, knownFiles: new Dictionary<string, string>());

        Assert.Equal((3, 3, 4, 1, 4), (source.Classes, source.Train.Count, source.Train.Features, source.Test.Count, source.Test.Features));
        Assert.Equal([5, 6, 7, 8], source.Train.Samples[4..8].ToArray());
        Assert.Equal([0, 2, 1], source.Train.Labels.ToArray());
        Assert.Equal([2], source.Test.Labels.ToArray());
    }

    [Theory]
    [InlineData("train-images-idx3-ubyte")]
    [InlineData("train-labels-idx1-ubyte")]
    [InlineData("t10k-images-idx3-ubyte")]
    [InlineData("t10k-labels-idx1-ubyte")]
    public void Read_OneFileMissing_NamesIt(string name)
    {
        File.Delete(_folder.File(name));

        var missing = Refused(classes: 3);

        Assert.True(missing.IsMissing);
        Assert.Contains(_folder.File(name), missing.Message);
    }

    [Fact]
    public void Read_LabelOutOfRange_NamesFileFoundAndWanted() =>
        AssertNamed(Refused(classes: 2), _folder.File("train-labels-idx1-ubyte"), "label 1 is 2", "0 to 1");

    [Fact]
    public void Read_FewerLabelsThanImages_NamesFileFoundAndWanted()
    {
        Put("train-labels-idx1-ubyte", [2], [0, 1]);

        AssertNamed(Refused(classes: 3), _folder.File("train-labels-idx1-ubyte"), "2", "3");
    }

    [Fact]
    public void Read_LabelsOfRankTwo_NamesFileFoundAndWanted()
    {
        Put("t10k-labels-idx1-ubyte", [1, 2], [0, 1]);

        AssertNamed(Refused(classes: 3), _folder.File("t10k-labels-idx1-ubyte"), "1 × 2", "wanted 1");
    }

    [Fact]
    public void Read_SetOfAnotherSize_NamesFoundAndWanted()
    {
        var refused = Assert.Throws<DataFileException>(() => DataSetCatalogue.Find("mnist")!.Read(_folder.Path));

        AssertNamed(refused, _folder.Path, "3 images of 4 bytes", "60000 of 784");
    }

    [Fact]
    public void Read_SetWithoutAnyFolder_IsMissing() =>
        Assert.True(Assert.Throws<DataFileException>(() => DataSetCatalogue.Find("mnist")!.Read(folder: null)).IsMissing);

    private static void AssertNamed(DataFileException refused, params string[] named)
    {
        Assert.False(refused.IsMissing);
        Assert.All(named, part => Assert.Contains(part, refused.Message));
    }

    private DataFileException Refused(int classes) => Assert.Throws<DataFileException>(() => IdxDataSet.Read(_folder.Path, classes, new Dictionary<string, string>()));

    private void Put(string name, int[] extents, byte[] data) => File.WriteAllBytes(_folder.File(name), Idx.Of(extents, data));
}
