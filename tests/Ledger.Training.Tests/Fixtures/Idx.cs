using System.Buffers.Binary;
using System.IO.Compression;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>IDX files in memory.</summary>
internal static class Idx
{
    /// <summary>A file of unsigned bytes with the given extents.</summary>
    public static byte[] Of(ReadOnlySpan<int> extents, ReadOnlySpan<byte> data)
    {
        var file = new byte[4 + (4 * extents.Length) + data.Length];
        (file[2], file[3]) = (0x08, (byte)extents.Length);
        for (var i = 0; i < extents.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(4 + (4 * i)), extents[i]);
        }

        data.CopyTo(file.AsSpan(4 + (4 * extents.Length)));
        return file;
    }

    /// <summary>The bytes gzipped.</summary>
    public static byte[] Zip(byte[] bytes, CompressionLevel level)
    {
        using var zipped = new MemoryStream();
        using (var stream = new GZipStream(zipped, level, leaveOpen: true))
        {
            stream.Write(bytes);
        }

        return zipped.ToArray();
    }
}
