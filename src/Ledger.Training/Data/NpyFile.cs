using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledger.Training.Data;

/// <summary>An array of unsigned bytes in NumPy's npy form, versions 1 and 2, C order (numpy.lib.format).</summary>
/// <param name="Extents">Samples first.</param>
/// <param name="Bytes">Row-major.</param>
public sealed partial record NpyFile(IReadOnlyList<int> Extents, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">Missing, cut, longer than its header says, or not an array of unsigned bytes in C order.</exception>
    public static NpyFile Read(string path)
    {
        if (!File.Exists(path))
        {
            throw new DataFileException($"{path}: no such file; write it with numpy.save", isMissing: true);
        }

        try
        {
            return Decode(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read ({exception.Message})", isMissing: false, exception);
        }
    }

    private static NpyFile Decode(string path, ReadOnlyMemory<byte> file)
    {
        var start = file.Span[..Math.Min(8, file.Length)];
        if (start.Length < 8 || start[0] != 0x93 || !start[1..6].SequenceEqual("NUMPY"u8) || start[6] is not (1 or 2))
        {
            throw Refused(path, $"begins with {(start.Length == 0 ? "nothing" : Convert.ToHexString(start))}, an npy file with 934E554D5059 and version 01 or 02; write it with numpy.save");
        }

        var before = start[6] == 1 ? 10 : 12;
        var length = file.Length < before ? uint.MaxValue : start[6] == 1 ? BinaryPrimitives.ReadUInt16LittleEndian(file.Span[8..]) : BinaryPrimitives.ReadUInt32LittleEndian(file.Span[8..]);
        if (length > file.Length - before)
        {
            throw Refused(path, "ends within its header; write it again");
        }

        var extents = Extent(path, Encoding.Latin1.GetString(file.Span.Slice(before, (int)length)));
        var bytes = file[(before + (int)length)..];
        Int128 size = 1;
        foreach (var extent in extents)
        {
            size = extent == 0 ? 0 : Int128.Min(size * extent, long.MaxValue);
        }

        return size == bytes.Length && size > 0
            ? new NpyFile(extents, bytes)
            : throw Refused(path, $"holds {bytes.Length} bytes of data, its header promises {string.Join(" × ", extents)}; write it again");
    }

    private static int[] Extent(string path, string header)
    {
        if (Type().Match(header) is not { Success: true, Groups: [_, var type] } || type.Value is not ("|u1" or "u1" or "<u1" or ">u1"))
        {
            throw Refused(path, $"its header says {header.Trim()}, wanted 'descr': '|u1'; convert it with .astype(numpy.uint8)");
        }

        if (!header.Contains("'fortran_order': False", StringComparison.Ordinal))
        {
            throw Refused(path, $"its header says {header.Trim()}, wanted 'fortran_order': False; convert it with numpy.ascontiguousarray");
        }

        var shape = Shape().Match(header);
        var texts = shape.Groups[1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var extents = new int[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!int.TryParse(texts[i], NumberStyles.None, CultureInfo.InvariantCulture, out extents[i]))
            {
                throw Refused(path, $"its header says {header.Trim()}, whose shape is none; write it again");
            }
        }

        return shape.Success && extents.Length > 0 ? extents : throw Refused(path, $"its header says {header.Trim()}, wanted a shape of one extent or more; write it again");
    }

    private static DataFileException Refused(string path, string finding) => new($"{path}: {finding}", isMissing: false);

    [GeneratedRegex("'descr': '([^']*)'", RegexOptions.CultureInvariant)]
    private static partial Regex Type();

    [GeneratedRegex(@"'shape': \(([^)]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
