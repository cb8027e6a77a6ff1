using System.Buffers.Binary;
using System.Text;

namespace Ledger.Training.Tests.Fixtures;

/// <summary>npy files in memory, as numpy.save writes them.</summary>
internal static class Npy
{
    /// <summary>A file of unsigned bytes with the given extents.</summary>
    public static byte[] Of(ReadOnlySpan<int> extents, ReadOnlySpan<byte> data, byte version = 1)
    {
        var shape = extents.Length == 1 ? $"{extents[0]}," : string.Join(", ", extents.ToArray());
        return WithHeader($"{{'descr': '|u1', 'fortran_order': False, 'shape': ({shape}), }}", data, version);
    }

    /// <summary>A file with any header.</summary>
    public static byte[] WithHeader(string header, ReadOnlySpan<byte> data, byte version = 1)
    {
        var before = version == 1 ? 10 : 12;
        var length = (before + header.Length + 1 + 63) / 64 * 64 - before;
        var file = new byte[before + length + data.Length];
        "?NUMPY"u8.CopyTo(file);
        (file[0], file[6]) = (0x93, version);
        if (version == 1)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), (ushort)length);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(8), length);
        }

        Encoding.Latin1.GetBytes(header.PadRight(length - 1) + "\n").CopyTo(file.AsSpan(before));
        data.CopyTo(file.AsSpan(before + length));
        return file;
    }
}
