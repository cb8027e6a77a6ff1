using System.Globalization;
using System.IO.Compression;
using System.Text;
using Ledger.Training.States;

namespace Ledger.Application.Rebuilds.Forms;

/// <summary>
/// Tensors as numpy reads them: a zip archive of files in NPY format 1.0 (numpy.lib.format), not compressed. Equal tensors give
/// equal files.
/// </summary>
internal static class NpzFile
{
    // Nothing of when a file was made may stand in it; zip archives know no earlier time.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8, 1, 0];

    /// <summary>The archive of some tensors, in their order.</summary>
    public static byte[] Write(IReadOnlyList<SafetensorsEntry> tensors)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var tensor in tensors)
            {
                var entry = archive.CreateEntry($"{tensor.Name}.npy", CompressionLevel.NoCompression);
                entry.LastWriteTime = NoTime;
                using var content = entry.Open();
                content.Write(Header(tensor));
                content.Write(tensor.Data.Span);
            }
        }

        return file.ToArray();
    }

    /// <summary>The magic bytes, the header's length, and the header, padded so that the elements start at a multiple of 64 bytes.</summary>
    private static byte[] Header(SafetensorsEntry tensor)
    {
        const int Alignment = 64;
        var type = tensor.Type == "F32" ? "<f4" : "|u1";
        var shape = string.Concat(tensor.Shape.Select(static extent => string.Create(CultureInfo.InvariantCulture, $"{extent}, ")));
        var text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({shape}), }}";
        var before = Magic.Length + sizeof(ushort);
        var length = ((before + text.Length + 1 + Alignment - 1) / Alignment * Alignment) - before;
        return [.. Magic, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text.PadRight(length - 1)), (byte)'\n'];
    }
}
