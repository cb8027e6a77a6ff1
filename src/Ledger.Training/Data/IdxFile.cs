using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Ledger.Training.Data;

/// <summary>An array of unsigned bytes in IDX form, raw or gzipped (Y. LeCun, C. Cortes, the MNIST database: file format).</summary>
/// <param name="Extents">Samples first.</param>
/// <param name="Bytes">Row-major.</param>
public sealed record IdxFile(IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes)
{
    private const byte UnsignedByte = 0x08;

    /// <summary>Reads <paramref name="name"/> or <paramref name="name"/><c>.gz</c> from a folder; the raw file is preferred.</summary>
    /// <exception cref="DataFileException">Missing, cut, longer than its header says, damaged, or not IDX of unsigned bytes.</exception>
    /// <param name="folder">Where it is.</param>
    /// <param name="name">Its published name, without <c>.gz</c>.</param>
    /// <param name="known">The SHA-256 that its data must have in hexadecimal, or null.</param>
    public static IdxFile Read(string folder, string name, string? known = null)
    {
        var raw = Path.Combine(folder, name);
        var zipped = raw + ".gz";
        if (File.Exists(raw))
        {
            return Checked(raw, Decode(raw, static path => File.OpenRead(path)), known);
        }

        return File.Exists(zipped)
            ? Checked(zipped, Decode(zipped, static path => new GZipStream(File.OpenRead(path), CompressionMode.Decompress)), known)
            : throw new DataFileException($"{raw}: no such file, nor {name}.gz beside it", isMissing: true);
    }

    private static IdxFile Checked(string path, IdxFile file, string? known)
    {
        var found = known is null ? null : Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span));
        return found == known
            ? file
            : throw new DataFileException($"{path}: its data have SHA-256 {found}, the published ones {known}; the file was altered, fetch it again", isMissing: false);
    }

    private static IdxFile Decode(string path, Func<string, Stream> open)
    {
        try
        {
            using var stream = open(path);
            return Decode(path, stream);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read ({exception.Message}); fetch the file again", isMissing: false, exception);
        }
    }

    private static IdxFile Decode(string path, Stream stream)
    {
        Span<byte> magic = stackalloc byte[4];
        var begun = stream.ReadAtLeast(magic, 4, throwOnEndOfStream: false);
        if (begun < 4 || magic[0] != 0 || magic[1] != 0 || magic[2] != UnsignedByte || magic[3] is 0 or > 4)
        {
            throw new DataFileException($"{path}: begins with {(begun == 0 ? "nothing" : Convert.ToHexString(magic[..begun]))}, an IDX file of unsigned bytes begins with 000008 and its rank; fetch the file again", isMissing: false);
        }

        var extents = new int[magic[3]];
        Span<byte> extent = stackalloc byte[4];
        Int128 size = 1; // four extents of 31 bits fit
        for (var i = 0; i < extents.Length; i++)
        {
            if (stream.ReadAtLeast(extent, 4, throwOnEndOfStream: false) < 4)
            {
                throw new DataFileException($"{path}: ends within its header; fetch the file again", isMissing: false);
            }

            extents[i] = BinaryPrimitives.ReadInt32BigEndian(extent);
            size *= Math.Max(0, extents[i]);
        }

        if (size == 0 || size > Array.MaxLength)
        {
            throw new DataFileException($"{path}: its header promises {string.Join(" × ", extents)} bytes, which is no data set; fetch the file again", isMissing: false);
        }

        var bytes = new byte[(int)size];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (read < bytes.Length || stream.ReadByte() >= 0)
        {
            var found = read < bytes.Length ? $"{read}" : "more";
            throw new DataFileException($"{path}: holds {found} bytes of data, its header promises {size}; fetch the file again", isMissing: false);
        }

        return new IdxFile(extents, bytes);
    }
}
