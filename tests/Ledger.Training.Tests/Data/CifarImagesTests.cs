using Ledger.Training.Data;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Data;

/// <summary>CIFAR files of a few images in the published form: planes become pixels, fine labels are used, damage is named.</summary>
public sealed class CifarImagesTests : IDisposable
{
    private static readonly CifarImages Ten = new("cifar-10", 10, CoarseClasses: null, ["data_batch_1.bin", "data_batch_2.bin"], "test_batch.bin", TrainFileCount: 2, TestCount: 1);

    private static readonly CifarImages Hundred = new("cifar-100", 100, CoarseClasses: 20, ["train.bin"], "test.bin", TrainFileCount: 2, TestCount: 1);

    private readonly TemporaryFolder _folder = new();

    public CifarImagesTests()
    {
        Put("data_batch_1.bin", Record(1, [3]), Record(2, [9]));
        Put("data_batch_2.bin", Record(3, [0]), Record(4, [1]));
        Put("test_batch.bin", Record(5, [2]));
        Put("train.bin", Record(6, [19, 99]), Record(7, [0, 1]));
        Put("test.bin", Record(8, [4, 40]));
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_TenClasses_AreTheBatchesInOrder()
    {
        var source = Ten.Read(_folder.Path);

        Assert.Equal((10, 4, 1, 3072, new ImageExtents(32, 32, 3)), (source.Classes, source.Train.Count, source.Test.Count, source.Train.Features, source.Image));
        Assert.Equal([3, 9, 0, 1], source.Train.Labels.ToArray());
        Assert.Equal([2], source.Test.Labels.ToArray());
        Assert.All(Enumerable.Range(0, 4), image => AssertPixels(image + 1, source.Train.Samples.Slice(3072 * image, 3072)));
        AssertPixels(5, source.Test.Samples);
    }

    [Fact]
    public void Read_HundredClasses_HaveTheFineLabels()
    {
        var source = Hundred.Read(_folder.Path);

        Assert.Equal([99, 1], source.Train.Labels.ToArray());
        Assert.Equal([40], source.Test.Labels.ToArray());
        AssertPixels(7, source.Train.Samples[3072..]);
    }

    [Theory]
    [InlineData("data_batch_1.bin")]
    [InlineData("data_batch_2.bin")]
    [InlineData("test_batch.bin")]
    public void Read_OneFileMissing_NamesIt(string name)
    {
        File.Delete(_folder.File(name));

        var missing = Assert.Throws<DataFileException>(() => Ten.Read(_folder.Path));

        Assert.True(missing.IsMissing);
        Assert.Contains(_folder.File(name), missing.Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3073)]
    [InlineData(6145)]
    [InlineData(6147)]
    public void Read_AnotherLength_NamesFileFoundAndWanted(int length)
    {
        File.WriteAllBytes(_folder.File("data_batch_2.bin"), new byte[length]);

        AssertNamed(Ten, _folder.File("data_batch_2.bin"), $"{length} bytes", "2 images are 6146");
    }

    [Fact]
    public void Read_LabelOutOfRange_NamesFileFoundAndWanted()
    {
        Put("data_batch_2.bin", Record(3, [0]), Record(4, [10]));

        AssertNamed(Ten, _folder.File("data_batch_2.bin"), "label 1 is 10", "0 to 9");
    }

    [Theory]
    [InlineData(20, 5, "coarse label 0 is 20", "0 to 19")]
    [InlineData(19, 100, "label 0 is 100", "0 to 99")]
    public void Read_EitherLabelOutOfRange_NamesFileFoundAndWanted(byte coarse, byte fine, params string[] named)
    {
        Put("test.bin", Record(8, [coarse, fine]));

        AssertNamed(Hundred, [_folder.File("test.bin"), .. named]);
    }

    [Fact]
    public void Read_FilesOfTheOtherSet_AreRefused()
    {
        File.Copy(_folder.File("train.bin"), _folder.File("data_batch_1.bin"), overwrite: true);

        AssertNamed(Ten, "6148 bytes", "6146");
    }

    [Theory]
    [InlineData("cifar-10", 10, 50_000, "data_batch_1.bin, data_batch_2.bin, data_batch_3.bin, data_batch_4.bin, data_batch_5.bin, test_batch.bin")]
    [InlineData("cifar-100", 100, 50_000, "train.bin, test.bin")]
    public void Find_PublishedSets_HaveTheirSizesAndFiles(string name, int classes, int train, string files)
    {
        var set = DataSetCatalogue.Find(name)!;

        Assert.Equal((classes, train, 10_000, 3072), (set.Classes, set.TrainCount, set.TestCount, set.Features));
        Assert.EndsWith(files, set.Wanted);
        Assert.Contains(files, Assert.Throws<DataFileException>(() => set.Read(folder: null)).Message);
    }

    private static byte Byte(int image, int channel, int pixel) => (byte)((image * 31) + (channel * 101) + (pixel * 7) + (pixel / 32));

    private static byte[] Record(int image, byte[] labels) =>
        [.. labels, .. Enumerable.Range(0, 3).SelectMany(channel => Enumerable.Range(0, 1024).Select(pixel => Byte(image, channel, pixel)))];

    private static void AssertPixels(int image, ReadOnlyMemory<byte> sample) => Assert.Equal(
        Enumerable.Range(0, 1024).SelectMany(pixel => Enumerable.Range(0, 3).Select(channel => Byte(image, channel, pixel))),
        sample.ToArray());

    private void AssertNamed(CifarImages set, params string[] named)
    {
        var refused = Assert.Throws<DataFileException>(() => set.Read(_folder.Path));
        Assert.False(refused.IsMissing);
        Assert.All(named, part => Assert.Contains(part, refused.Message));
    }

    private void Put(string name, params byte[][] records) => File.WriteAllBytes(_folder.File(name), [.. records.SelectMany(static record => record)]);
}
