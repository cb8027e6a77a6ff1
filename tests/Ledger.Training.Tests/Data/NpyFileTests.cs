using Ledger.Training.Data;
using Ledger.Training.Tests.Fixtures;

namespace Ledger.Training.Tests.Data;

/// <summary>npy files: both versions, and every kind of damage named.</summary>
public sealed class NpyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.File("some.npy");

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>A damaged file, and what the message must name.</summary>
    public static TheoryData<byte[], string[]> Damages => new()
    {
        { [], ["nothing", "934E554D5059"] },
        { [0x93, 0x4E], ["934E", "934E554D5059"] },
        { "PK and more"u8.ToArray(), ["504B20616E64206D"] },
        { Npy.Of([2], [1, 2], version: 3), ["934E554D50590300", "version 01 or 02"] },
        { Npy.Of([2], [1, 2])[..9], ["within its header"] },
        { Npy.Of([2], [1, 2])[..100], ["within its header"] },
        { Npy.Of([2, 3], [1, 2, 3, 4, 5]), ["5 bytes", "2 × 3"] },
        { Npy.Of([2, 3], [1, 2, 3, 4, 5, 6, 7]), ["7 bytes", "2 × 3"] },
        { Npy.Of([0, 3], []), ["0 bytes", "0 × 3"] },
        { Npy.Of([2147483647, 2147483647, 2147483647, 2147483647, 4], [1]), ["1 bytes", "2147483647"] },
        { Npy.WithHeader("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }", [1, 2, 3, 4]), ["<f4", "'|u1'", "numpy.uint8"] },
        { Npy.WithHeader("{'descr': '|u1', 'fortran_order': True, 'shape': (2, 2), }", [1, 2, 3, 4]), ["True", "ascontiguousarray"] },
        { Npy.WithHeader("{'descr': '|u1', 'fortran_order': False, 'shape': (), }", [1]), ["shape"] },
        { Npy.WithHeader("{'descr': '|u1', 'fortran_order': False, 'shape': (-1, x), }", [1]), ["(-1, x)"] },
        { Npy.WithHeader("{'descr': '|u1', 'fortran_order': False}", [1]), ["shape"] },
        { Npy.WithHeader("anything", [1]), ["anything", "'descr': '|u1'"] },
    };

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_AnyVersion_GivesExtentsAndBytes(byte version)
    {
        System.IO.File.WriteAllBytes(File, Npy.Of([3, 1, 2], [1, 2, 3, 4, 5, 255], version));

        var file = NpyFile.Read(File);

        Assert.Equal([3, 1, 2], file.Extents);
        Assert.Equal([1, 2, 3, 4, 5, 255], file.Bytes.ToArray());
    }

    [Fact]
    public void Read_Labels_AreOneExtent()
    {
        System.IO.File.WriteAllBytes(File, Npy.Of([3], [1, 2, 3]));

        Assert.Equal([3], NpyFile.Read(File).Extents);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public void Read_Damaged_NamesFileFoundAndWanted(byte[] file, string[] named)
    {
        System.IO.File.WriteAllBytes(File, file);

        var refused = Assert.Throws<DataFileException>(() => NpyFile.Read(File));

        Assert.False(refused.IsMissing);
        Assert.All([File + ":", .. named], part => Assert.Contains(part, refused.Message));
    }

    [Fact]
    public void Read_NoFile_IsMissing() => Assert.True(Assert.Throws<DataFileException>(() => NpyFile.Read(File)).IsMissing);
}
