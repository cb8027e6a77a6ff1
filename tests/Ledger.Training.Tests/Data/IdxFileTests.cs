using System.IO.Compression;
using Ledger.Training.Data;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Data;

/// <summary>IDX files: the same bytes in any packing, and every kind of damage named.</summary>
public sealed class IdxFileTests : IDisposable
{
    private const string Name = "some-idx2-ubyte";

    private static readonly byte[] Content = [.. Enumerable.Range(0, 600).Select(static i => (byte)(i * i))];

    private readonly TemporaryFolder _folder = new();

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>A damaged file, and what the message must name.</summary>
    public static TheoryData<byte[], string[]> Damages => new()
    {
        { [], ["nothing", "000008"] },
        { [0, 0], ["0000", "000008"] },
        { [0, 0, 0x0D, 2, 0, 0, 0, 1], ["00000D02", "000008"] },
        { [0, 0, 8, 0], ["00000800"] },
        { [0, 0, 8, 5], ["00000805"] },
        { [1, 0, 8, 1, 0, 0, 0, 1, 7], ["01000801"] },
        { [0, 0, 8, 2, 0, 0, 0, 1, 0, 0], ["header"] },
        { Idx.Of([2, 3], [1, 2, 3, 4, 5]), ["5 bytes", "6"] },
        { Idx.Of([2, 3], [1, 2, 3, 4, 5, 6, 7]), ["more", "6"] },
        { Idx.Of([0, 3], []), ["0 × 3"] },
        { Idx.Of([-1, 3], []), ["-1 × 3"] },
        { Idx.Of([int.MaxValue, 1], []), ["2147483647 × 1"] },

        // The product is 2⁶⁴ + 4.
        { Idx.Of([2147418113, 1718039348, 5, 1], [1, 2, 3, 4]), ["2147418113"] },
    };

    [Fact]
    public void Read_RawGzippedAndGzippedAgain_HasTheSameBytes()
    {
        var file = Idx.Of([20, 30], Content);
        File.WriteAllBytes(_folder.File("raw"), file);
        File.WriteAllBytes(_folder.File("quick.gz"), Idx.Zip(file, CompressionLevel.NoCompression));
        File.WriteAllBytes(_folder.File("small.gz"), Idx.Zip(file, CompressionLevel.SmallestSize));
        Assert.NotEqual(File.ReadAllBytes(_folder.File("quick.gz")), File.ReadAllBytes(_folder.File("small.gz")));

        foreach (var name in new[] { "raw", "quick", "small" })
        {
            var read = IdxFile.Read(_folder.Path, name);
            Assert.Equal([20, 30], read.Extents);
            Assert.Equal(Content, read.Bytes.ToArray());
        }
    }

    [Fact]
    public void Read_RawBesideGzipped_TakesTheRawOne()
    {
        File.WriteAllBytes(_folder.File(Name), Idx.Of([1], [7]));
        File.WriteAllBytes(_folder.File(Name + ".gz"), Idx.Zip(Idx.Of([1], [8]), CompressionLevel.Fastest));

        Assert.Equal([7], IdxFile.Read(_folder.Path, Name).Bytes.ToArray());
    }

    [Fact]
    public void Read_NeitherRawNorGzipped_IsMissing()
    {
        var missing = Refused();

        Assert.True(missing.IsMissing);
        Assert.Contains(_folder.File(Name), missing.Message);
        Assert.Contains(Name + ".gz", missing.Message);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Read_Damaged_NamesFileFoundAndWanted(byte[] file, string[] named)
    {
        File.WriteAllBytes(_folder.File(Name), file);
        AssertNamed(Name, named);
        File.Delete(_folder.File(Name));
        File.WriteAllBytes(_folder.File(Name + ".gz"), Idx.Zip(file, CompressionLevel.Fastest));
        AssertNamed(Name + ".gz", named);
    }

    [Fact]
    public void Read_AnyCutOfAGzippedFile_IsRefused()
    {
        var zipped = Idx.Zip(Idx.Of([20, 30], Content), CompressionLevel.Fastest);
        for (var length = 0; length < zipped.Length - 8; length += 7)
        {
            File.WriteAllBytes(_folder.File(Name + ".gz"), zipped.AsSpan(0, length));
            AssertNamed(Name + ".gz");
        }
    }

    [Fact]
    public void Read_GzippedWithWrongChecksum_IsRefused()
    {
        var zipped = Idx.Zip(Idx.Of([20, 30], Content), CompressionLevel.Fastest);
        zipped[^6] ^= 1;
        File.WriteAllBytes(_folder.File(Name + ".gz"), zipped);

        AssertNamed(Name + ".gz");
    }

    private void AssertNamed(string file, params string[] named)
    {
        var refused = Refused();
        Assert.False(refused.IsMissing);
        Assert.All([_folder.File(file) + ":", .. named], part => Assert.Contains(part, refused.Message));
    }

    private DataFileException Refused() => Assert.Throws<DataFileException>(() => IdxFile.Read(_folder.Path, Name));
}
